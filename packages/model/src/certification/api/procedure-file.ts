import { type Static, Type } from 'typebox'
import { Count, Day, Id, Instant, nullable } from '../../api/common.ts'
import { ALL_REMARK_KINDS } from '../procedure/index.ts'
import { Letter } from './lists.ts'
import { ObjectCategory, ObjectKind } from './objects.ts'
import { Score } from './score.ts'

const text = Type.String()
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
