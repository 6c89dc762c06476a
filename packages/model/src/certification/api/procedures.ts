import { type Static, Type } from 'typebox'
import { Count, Day, Id, Instant, nullable, Paging, Reason, TableFormat, Version } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { ALL_REMARK_KINDS, OBJECT_PROCEDURE } from '../procedure/index.ts'
import { Letter } from './lists.ts'
import { ObjectCategory, ObjectKind } from './objects.ts'
import { Score } from './score.ts'

const tag = 'Сертификация'
const text = Type.String()
const long = Type.String({ maxLength: 10_000 })
const Act = Type.Object({ by: text, at: Instant })

export const SheetPart = Type.Enum(['regulation', 'reception', 'laboratory', 'monitoring'])
export const MassList = Type.Enum(['federal', 'regional', 'none'])
export const ProcedureState = Type.Enum(['assessing', 'on_review', 'fixed', 'sent', 'excluded'])
/** A letter, or the word that stands for it. */
export const SheetResult = Type.Union([
  Letter,
  Type.Enum(['not_applicable', 'not_performed', 'possible', 'impossible']),
])

/** One criterion of a sheet; `earned` is null until it is marked. */
export const Criterion = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 1000 }),
  earned: nullable(Type.Number({ minimum: 0, maximum: 1000 })),
  most: Type.Number({ exclusiveMinimum: 0, maximum: 1000 }),
  note: Type.String({ maxLength: 2000 }),
})
/** Where what was found can be seen: a page, a letter, a file of the centre by its name. */
export const Evidence = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 500 }),
  address: nullable(Type.String({ maxLength: 2000 })),
})
/** What the packages of primary data hold of the object's service. */
export const CountedFacts = Type.Object({
  service: text,
  requests: Count,
  ratings: Count,
  /** First and last month, 'YYYY-MM'; null where there is nothing. */
  from: nullable(text),
  to: nullable(text),
})
export const Sheet = Type.Object({
  part: SheetPart,
  title: text,
  /** Null: nobody has begun it. */
  state: nullable(Type.Enum(['draft', 'signed'])),
  version: Count,
  assessor: nullable(text),
  /** The caller is the assessor. */
  mine: Type.Boolean(),
  result: nullable(SheetResult),
  explanation: text,
  criteria: Type.Array(Criterion),
  evidence: Type.Array(Evidence),
  /** Of monitoring: as they were when the sheet was filled in. */
  facts: nullable(CountedFacts),
  signed: nullable(Act),
  allowed: Type.Array(Type.Enum(['begin', 'fill', 'sign', 'reopen'])),
})
export const InformationRequest = Type.Object({
  id: Id,
  part: SheetPart,
  question: text,
  addressee: text,
  due: Day,
  asked: Act,
  answer: nullable(Type.Object({ ...Act.properties, text })),
  /** Unanswered and past its day: the part counts 0 (пункт 21). */
  lapsed: Type.Boolean(),
})
export const Remark = Type.Object({
  kind: Type.Enum([...ALL_REMARK_KINDS]),
  text: Type.String({ minLength: 1, maxLength: 4000 }),
})

/** An object of the year's list with its procedure, if it was begun. */
export const BoardRow = Type.Object({
  /** Number of the object. */
  object: Id,
  name: text,
  kind: ObjectKind,
  category: ObjectCategory,
  authority: nullable(text),
  region: nullable(text),
  /** Null: not begun. */
  procedure: nullable(Id),
  state: nullable(ProcedureState),
  signed: Count,
  sheets: Count,
  level: nullable(Type.Integer()),
  /** Until when the papers are to be sent; null before the level is fixed, or without a calendar of the year. */
  due: nullable(Day),
})
export const ProcedureDocument = Type.Object({
  id: Id,
  type: Type.Enum(['certificate', 'conclusion', 'notice']),
  number: text,
  dated: Day,
  validFrom: nullable(Day),
  validTo: nullable(Day),
  endedOn: nullable(Day),
  sent: nullable(Instant),
  /** Of the files that were sent. */
  sha256: Type.Array(Type.Object({ format: Type.Enum(['docx', 'pdf']), sha256: text })),
  /** The public page; null for papers that have none. */
  page: nullable(text),
})
/** Everything about the certification of one object. */
export const ProcedureFile = Type.Object({
  id: Id,
  object: Id,
  year: Type.Integer(),
  name: text,
  kind: ObjectKind,
  category: ObjectCategory,
  authority: nullable(text),
  region: nullable(text),
  service: nullable(text),
  address: nullable(text),
  mass: MassList,
  state: ProcedureState,
  /** Whether it is a first certification or a repetition, and why it may be. */
  reason: text,
  begun: Act,
  submitted: nullable(Act),
  returned: nullable(Type.Object({ ...Act.properties, reason: text })),
  fixed: nullable(Act),
  sent: nullable(Type.Object({ ...Act.properties, to: text, responsible: text, letter: text })),
  excluded: nullable(Type.Object({ ...Act.properties, reason: text })),
  sheets: Type.Array(Sheet),
  requests: Type.Array(InformationRequest),
  remarks: Type.Array(Remark),
  /** As it was fixed; before that as it would be today, once every part has a result. */
  score: nullable(Score),
  documents: Type.Array(ProcedureDocument),
  roadMapDone: nullable(Type.Object({ day: Day, evidence: text, by: text })),
  /** Last day to send the papers; null before the level is fixed. */
  due: nullable(Day),
  /** Why there is no last day where there should be one. */
  dueNote: nullable(text),
  /** What the caller may do now, and what is in the way of what he could. */
  steps: Type.Array(
    Type.Object({
      event: Type.Enum(['request', 'submit', 'return', 'fix', 'send', 'exclude']),
      name: text,
      refused: nullable(text),
    }),
  ),
  /** Whether the caller may change what belongs to an open procedure. */
  mayAssess: Type.Boolean(),
  mayAnswer: Type.Boolean(),
  mayReportRoadMap: Type.Boolean(),
})
export type BoardRow = Static<typeof BoardRow>
export type Sheet = Static<typeof Sheet>
export type InformationRequest = Static<typeof InformationRequest>
export type ProcedureDocument = Static<typeof ProcedureDocument>
export type ProcedureFile = Static<typeof ProcedureFile>
export type CountedFacts = Static<typeof CountedFacts>

const procedure = Type.Object({ id: Id })
const sheet = Type.Object({ id: Id, part: SheetPart })
const { rightFor } = OBJECT_PROCEDURE.table

export const listProcedures = defineRoute({
  method: 'GET',
  path: '/api/certification/procedures',
  tag,
  summary: 'Объекты перечня отчётного года по этапам сертификации',
  access: 'certification.read',
  audit: { label: 'ход сертификации' },
  query: Type.Object({
    ...Paging.properties,
    year: Type.Integer({ minimum: 2023, maximum: 2100 }),
    find: Type.Optional(Type.String({ maxLength: 500 })),
    kind: Type.Optional(ObjectKind),
    stage: Type.Optional(Type.Enum(['not_begun', 'assessing', 'on_review', 'fixed', 'sent', 'excluded'])),
    format: TableFormat,
  }),
  answer: Type.Object({
    total: Count,
    /** Within reach, whatever the stage asked for. */
    stages: Type.Object({
      not_begun: Count,
      assessing: Count,
      on_review: Count,
      fixed: Count,
      sent: Count,
      excluded: Count,
    }),
    rows: Type.Array(BoardRow),
  }),
})
export const beginProcedure = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures',
  tag,
  summary: 'Начать сертификацию объекта перечня отчётного года, первую или повторную',
  access: rightFor('begin'),
  body: Type.Object({
    year: Type.Integer({ minimum: 2023, maximum: 2100 }),
    object: Id,
    /** Absent: the federal list where the list of the year names an item of one, none otherwise. */
    mass: Type.Optional(MassList),
  }),
  answer: ProcedureFile,
  status: 201,
})
export const readProcedure = defineRoute({
  method: 'GET',
  path: '/api/certification/procedures/:id',
  tag,
  summary: 'Дело объекта: листы оценки, запросы, уровень с суммой, документы',
  access: 'certification.read',
  params: procedure,
  answer: ProcedureFile,
})
export const takeSheet = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/sheets/:part',
  tag,
  summary: 'Начать лист оценки или принять его от другого эксперта',
  access: 'certification.assess',
  params: sheet,
  answer: ProcedureFile,
})
export const fillSheet = defineRoute({
  method: 'PUT',
  path: '/api/certification/procedures/:id/sheets/:part',
  tag,
  summary: 'Заполнить лист оценки; прежнее остаётся в журнале',
  access: 'certification.assess',
  params: sheet,
  body: Type.Object({
    version: Version,
    result: nullable(SheetResult),
    explanation: long,
    criteria: Type.Array(Criterion, { maxItems: 300 }),
    evidence: Type.Array(Evidence, { maxItems: 100 }),
  }),
  answer: ProcedureFile,
})
export const signSheet = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/sheets/:part/signature',
  tag,
  summary: 'Подписать лист оценки; это делает его эксперт',
  access: 'certification.assess',
  params: sheet,
  body: Type.Object({ version: Version }),
  answer: ProcedureFile,
})
export const reopenSheet = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/sheets/:part/reopening',
  tag,
  summary: 'Вернуть подписанный лист к заполнению с причиной',
  access: 'certification.assess',
  params: sheet,
  body: Type.Object({ reason: Reason }),
  answer: ProcedureFile,
})
export const saveRemarks = defineRoute({
  method: 'PUT',
  path: '/api/certification/procedures/:id/remarks',
  tag,
  summary: 'Замечания и предложения заключения (п. 24 «ж»)',
  access: 'certification.assess',
  params: procedure,
  body: Type.Object({ remarks: Type.Array(Remark, { maxItems: 200 }) }),
  answer: ProcedureFile,
})
export const requestInformation = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/requests',
  tag,
  summary: 'Официально запросить информацию (п. 21)',
  access: rightFor('request'),
  params: procedure,
  body: Type.Object({
    part: SheetPart,
    question: Type.String({ minLength: 1, maxLength: 4000 }),
    addressee: Type.String({ minLength: 1, maxLength: 1000 }),
    due: Day,
  }),
  answer: ProcedureFile,
  status: 201,
})
export const answerRequest = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/requests/:request/answer',
  tag,
  summary: 'Представить запрошенную информацию',
  access: 'certification.answer',
  params: Type.Object({ id: Id, request: Id }),
  body: Type.Object({ text: Type.String({ minLength: 1, maxLength: 10_000 }) }),
  answer: ProcedureFile,
})
export const submitLevel = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/submission',
  tag,
  summary: 'Передать уровень на проверку',
  access: rightFor('submit'),
  params: procedure,
  answer: ProcedureFile,
})
export const returnLevel = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/return',
  tag,
  summary: 'Вернуть уровень на доработку с причиной',
  access: rightFor('return'),
  params: procedure,
  body: Type.Object({ reason: Reason }),
  answer: ProcedureFile,
})
export const fixLevel = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/decision',
  tag,
  summary: 'Определить уровень; это делает не тот, кто передал его на проверку',
  access: rightFor('fix'),
  params: procedure,
  answer: ProcedureFile,
})
export const sendPapers = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/sending',
  tag,
  summary: 'Отметить, что документы направлены: кому и каким письмом; файлы остаются такими навсегда',
  access: rightFor('send'),
  params: procedure,
  body: Type.Object({
    to: Type.String({ maxLength: 1000 }),
    responsible: Type.String({ maxLength: 1000 }),
    letter: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  answer: ProcedureFile,
})
export const excludeObject = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/exclusion',
  tag,
  summary: 'Исключить объект из процедуры с причиной (п. 14)',
  access: rightFor('exclude'),
  params: procedure,
  body: Type.Object({ reason: Reason }),
  answer: ProcedureFile,
})
export const reportRoadMap = defineRoute({
  method: 'POST',
  path: '/api/certification/procedures/:id/road-map',
  tag,
  summary: 'Представить реализованную дорожную карту (п. 31)',
  access: 'road_maps.coordinate',
  params: procedure,
  body: Type.Object({ day: Day, evidence: Type.String({ minLength: 1, maxLength: 4000 }) }),
  answer: ProcedureFile,
})
