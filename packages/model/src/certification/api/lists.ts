import { type Static, Type } from 'typebox'
import { ALL_LIST_EVENTS, ALL_LIST_STATES, FORMS, LETTERS, rightFor } from '../index.ts'
import { ObjectCategory, ObjectKind, objectSearch } from './objects.ts'
import { Count, Day, Id, Instant, nullable, Paging, PaperFormat, Reason, Version } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'

const tag = 'Сертификация'
const text = Type.String()

export const ListKind = Type.Enum(['single', 'year'])
export const ListState = Type.Enum([...ALL_LIST_STATES])
export const ListEvent = Type.Enum([...ALL_LIST_EVENTS])
export const Letter = Type.Enum([...LETTERS])

/** What is known of an object for the list of a year (пункты 9–11, 14). */
export const YearFacts = Type.Object({
  /** Null: no self-check has come. */
  selfCheck: nullable(Letter),
  /** The interactive form: open to remote study, not on the Internet, or there but closed to remote study. */
  form: Type.Enum([...FORMS]),
  ending: nullable(
    Type.Object({
      way: Type.Enum(['excluded', 'closed', 'merged']),
      when: Type.Enum(['this_year', 'next_year']),
      act: Type.String({ minLength: 1, maxLength: 1000 }),
    }),
  ),
  roadMapFailed: Type.Boolean(),
  contacts: Type.Boolean(),
  access: Type.Boolean(),
  mass: nullable(Type.String({ maxLength: 500 })),
  /** Which list the item is of; absent: the federal one. Only that one shortens the term of a certificate. */
  massList: Type.Optional(Type.Enum(['federal', 'regional'])),
})
/** `text` is a sentence in Russian, `point` the point of the Правила. */
export const AdmissionArgument = Type.Object({ code: text, point: text, text })
export const Admission = Type.Object({
  admitted: Type.Boolean(),
  grounds: Type.Array(AdmissionArgument),
  /** Each that keeps it out; none exactly when it is admitted. */
  reasons: Type.Array(AdmissionArgument),
})
/** An object as it was when the edition was made. */
export const ListEntry = Type.Object({
  id: Id,
  /** Number of the object. */
  object: Id,
  name: text,
  kind: ObjectKind,
  category: ObjectCategory,
  typical: Type.Boolean(),
  authority: nullable(text),
  region: nullable(text),
  service: nullable(text),
  address: nullable(text),
  level: nullable(Type.Number()),
  validFrom: nullable(Day),
  validTo: nullable(Day),
  /** Null in the single list. */
  year: nullable(Type.Object({ version: Version, facts: YearFacts, admission: Admission })),
})

const Act = Type.Object({ by: text, at: Instant })
export const ListEdition = Type.Object({
  id: Id,
  kind: ListKind,
  /** The reporting year; null for the single list. */
  year: nullable(Type.Integer()),
  /** 1, 2, … within its list. */
  number: Count,
  state: ListState,
  /** The edition of the single list that it was built from. */
  base: nullable(Type.Object({ id: Id, number: Count })),
  /** Within reach. In the single list all are admitted. */
  counts: Type.Object({ entries: Count, admitted: Count, leftOut: Count }),
  created: Act,
  published: nullable(Act),
  submitted: nullable(Act),
  approved: nullable(Type.Object({ ...Act.properties, protocolNumber: text, protocolDate: Day })),
  /** The last return: the draft of a year may have gone through several. */
  returned: nullable(Type.Object({ ...Act.properties, remarks: text })),
  withdrawn: nullable(Act),
  /** What the caller may do about it now. */
  allowed: Type.Array(ListEvent),
})
/** What stands in an edition otherwise than in the one that holds: only objects that are admitted to one of them. */
export const ListChange = Type.Object({
  what: Type.Enum(['added', 'dropped', 'changed']),
  /** Number of the object. */
  object: Id,
  name: text,
  authority: nullable(text),
  /** Fields of `ListEntry`, or `selfCheck`, that differ where it stands in both. */
  fields: Type.Array(text),
})
export const ListDeadline = Type.Object({ code: text, day: Day, point: text, text })
export const YearLists = Type.Object({
  year: Type.Integer(),
  deadlines: Type.Array(ListDeadline),
  /** The latest first; empty for a year whose list is due but not begun. */
  editions: Type.Array(ListEdition),
  allowed: Type.Array(ListEvent),
})
export const ListOverview = Type.Object({
  /** The server's day, which the deadlines are compared with. */
  today: Day,
  /** Objects as they are now: the draft of the single list. Null: out of reach. */
  draft: nullable(
    Type.Object({ objects: Count, removed: Count, withoutAuthority: Count, allowed: Type.Array(ListEvent) }),
  ),
  single: Type.Array(ListEdition),
  /** The running year, the next one and all that have a list, the latest first. */
  years: Type.Array(YearLists),
})
export type ListChange = Static<typeof ListChange>
export type ListEntry = Static<typeof ListEntry>
export type ListEdition = Static<typeof ListEdition>
export type YearLists = Static<typeof YearLists>
export type ListOverview = Static<typeof ListOverview>

const list = Type.Object({ id: Id })

export const readLists = defineRoute({
  method: 'GET',
  path: '/api/certification/lists',
  tag,
  summary: 'Единый перечень и перечни отчётных лет: редакции, состояния, сроки',
  access: 'lists.read',
  answer: ListOverview,
})
export const readList = defineRoute({
  method: 'GET',
  path: '/api/certification/lists/:id',
  tag,
  summary: 'Редакция перечня и её записи',
  access: 'lists.read',
  audit: { label: 'редакция перечня объектов сертификации', subject: 'id' },
  params: list,
  query: Type.Object({ ...objectSearch, admitted: Type.Optional(Type.Boolean()) }),
  answer: Type.Object({ edition: ListEdition, total: Count, rows: Type.Array(ListEntry) }),
})
export const printList = defineRoute({
  method: 'GET',
  path: '/api/certification/lists/:id/paper',
  tag,
  summary: 'Перечень как документ: пункт 7 или 13 Правил; невключённых объектов в нём нет',
  access: 'lists.read',
  audit: { label: 'перечень объектов сертификации документом', subject: 'id' },
  params: list,
  query: Type.Object({ format: PaperFormat }),
  stream: 'download',
})
export const readListChanges = defineRoute({
  method: 'GET',
  path: '/api/certification/lists/:id/changes',
  tag,
  summary: 'Чем редакция отличается от последней утверждённой до неё',
  access: 'lists.read',
  params: list,
  query: Paging,
  answer: Type.Object({
    /** The last edition of the same list approved before this one; null: this is the first. */
    against: nullable(Type.Object({ id: Id, number: Count })),
    added: Count,
    dropped: Count,
    changed: Count,
    /** Added, then dropped, then changed ones, each by number; none where there is nothing to compare with. */
    rows: Type.Array(ListChange),
  }),
})
export const submitSingleList = defineRoute({
  method: 'POST',
  path: '/api/certification/lists/single',
  tag,
  summary: 'Подать на утверждение Единый перечень: объекты, какие они сейчас',
  access: rightFor('submit'),
  answer: ListEdition,
  status: 201,
})
export const createYearList = defineRoute({
  method: 'POST',
  path: '/api/certification/lists/years',
  tag,
  summary: 'Составить проект перечня отчётного года по утверждённому Единому перечню',
  access: rightFor('create'),
  body: Type.Object({ year: Type.Integer({ minimum: 2023, maximum: 2100 }) }),
  answer: ListEdition,
  status: 201,
})
export const saveEntry = defineRoute({
  method: 'PUT',
  path: '/api/certification/lists/:id/entries/:entry',
  tag,
  summary: 'Изменить сведения об объекте в проекте перечня отчётного года',
  access: rightFor('edit'),
  params: Type.Object({ id: Id, entry: Id }),
  body: Type.Object({ version: Version, ...YearFacts.properties }),
  answer: ListEntry,
})
/** All or none of them. */
export const saveEntries = defineRoute({
  method: 'PUT',
  path: '/api/certification/lists/:id/entries',
  tag,
  summary: 'Изменить сведения о многих объектах сразу: все или ни одного',
  access: rightFor('edit'),
  params: list,
  body: Type.Object({
    entries: Type.Array(Type.Object({ id: Id, version: Version, ...YearFacts.properties }), {
      minItems: 1,
      maxItems: 500,
    }),
  }),
  answer: Type.Object({ rows: Type.Array(ListEntry) }),
})
export const publishList = defineRoute({
  method: 'POST',
  path: '/api/certification/lists/:id/publication',
  tag,
  summary: 'Опубликовать проект перечня отчётного года для замечаний',
  access: rightFor('publish'),
  params: list,
  answer: ListEdition,
})
export const submitList = defineRoute({
  method: 'POST',
  path: '/api/certification/lists/:id/submission',
  tag,
  summary: 'Подать перечень отчётного года на утверждение',
  access: rightFor('submit'),
  params: list,
  answer: ListEdition,
})
export const withdrawList = defineRoute({
  method: 'DELETE',
  path: '/api/certification/lists/:id/submission',
  tag,
  summary: 'Отозвать с утверждения; это делает тот, кто подал',
  access: rightFor('withdraw'),
  params: list,
  answer: ListEdition,
})
export const returnList = defineRoute({
  method: 'POST',
  path: '/api/certification/lists/:id/return',
  tag,
  summary: 'Вернуть с замечаниями',
  access: rightFor('return'),
  params: list,
  body: Type.Object({ remarks: Reason }),
  answer: ListEdition,
})
export const approveList = defineRoute({
  method: 'POST',
  path: '/api/certification/lists/:id/approval',
  tag,
  summary: 'Утвердить протоколом рабочей группы',
  access: rightFor('approve'),
  params: list,
  body: Type.Object({ protocolNumber: Type.String({ minLength: 1, maxLength: 100 }), protocolDate: Day }),
  answer: ListEdition,
})
export const updateList = defineRoute({
  method: 'POST',
  path: '/api/certification/lists/:id/update',
  tag,
  summary: 'Начать актуализацию утверждённого перечня отчётного года: его копия становится проектом',
  access: rightFor('update'),
  params: list,
  answer: ListEdition,
  status: 201,
})
