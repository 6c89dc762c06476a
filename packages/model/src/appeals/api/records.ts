import { type Static, Type } from 'typebox'
import { Count, Day, Id, Instant, nullable } from '../../api/index.ts'
import { AppealFile } from './attachments.ts'
import { KINDS, OUTCOMES, SOURCES } from '../kinds.ts'
import { APPEAL_COURSE } from '../course/index.ts'

// The keys of a constant object are exactly its type's keys; Object.keys only says string.
const keysOf = <T extends object>(table: T) => Object.keys(table) as (keyof T & string)[]

export const AppealKind = Type.Enum(keysOf(KINDS))
export const AppealSource = Type.Enum(keysOf(SOURCES))
export const AppealOutcome = Type.Enum(keysOf(OUTCOMES))
export const AppealState = Type.Enum(keysOf(APPEAL_COURSE.states))
export const AppealEvent = Type.Enum(keysOf(APPEAL_COURSE.events))
export const SolvedWord = Type.Enum(['yes', 'partly', 'no'])
export const Words = Type.String({ minLength: 1, maxLength: 500 })
export const Text = Type.String({ minLength: 1, maxLength: 100_000 })

/** One line of the register: no contact, and of the text the masked beginning. */
export const AppealLine = Type.Object({
  id: Id,
  number: nullable(Type.String()),
  authority: Type.String(),
  authorityId: Id,
  service: nullable(Type.String()),
  kind: AppealKind,
  source: AppealSource,
  state: AppealState,
  received: Day,
  registered: nullable(Day),
  rule: nullable(Type.String()),
  due: nullable(Day),
  actBy: nullable(Day),
  overdue: Type.Boolean(),
  executor: nullable(Type.String()),
  answered: nullable(Day),
  closed: nullable(Day),
  outcome: nullable(AppealOutcome),
  reopened: Count,
  excerpt: Type.String(),
})
/** One thing that happened to an appeal. `details` hold no personal data. */
export const AppealHappening = Type.Object({
  at: Instant,
  by: Type.String(),
  event: Type.String(),
  to: AppealState,
  details: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])),
})
/** How the term of an appeal is counted, spelled out. */
export const AppealTerm = Type.Object({
  rule: Type.String(),
  from: Day,
  days: Count,
  unit: Type.Enum(['calendar', 'working']),
  extendedBy: Count,
  extension: nullable(Count),
  due: nullable(Day),
  actBy: nullable(Day),
  source: Type.String(),
})
export const AppealCard = Type.Object({
  ...AppealLine.properties,
  externalNumber: nullable(Type.String()),
  office: nullable(Type.String()),
  requestId: nullable(Type.String()),
  masked: Type.String(),
  topics: Type.Array(Type.String()),
  term: nullable(AppealTerm),
  /** Whether there is an original, and whether a contact; both only with a reason. */
  original: Type.Boolean(),
  contact: Type.Boolean(),
  erased: nullable(Instant),
  duplicateOf: nullable(Type.Object({ id: Id, number: nullable(Type.String()) })),
  forwardedTo: nullable(Type.String()),
  answer: nullable(Type.Object({ text: Type.String(), way: Type.String(), published: Type.Boolean() })),
  files: Type.Array(AppealFile),
  asked: nullable(Day),
  solved: nullable(SolvedWord),
  /** What whoever asks may do now. */
  allowed: Type.Array(AppealEvent),
  events: Type.Array(AppealHappening),
})
export const AppealContact = Type.Object({
  name: nullable(Type.String({ maxLength: 300 })),
  mail: nullable(Type.String({ maxLength: 254 })),
  phone: nullable(Type.String({ maxLength: 50 })),
  address: nullable(Type.String({ maxLength: 500 })),
})

export type AppealLine = Static<typeof AppealLine>
export type AppealCard = Static<typeof AppealCard>
export type AppealTerm = Static<typeof AppealTerm>
export type AppealHappening = Static<typeof AppealHappening>
export type AppealContact = Static<typeof AppealContact>
