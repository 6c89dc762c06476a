import { type Static, Type } from 'typebox'
import { Count, Instant, Named, nullable } from '../../api/common.ts'
import { ALL_VERSION_EVENTS, ALL_VERSION_STATES } from '../states.ts'

const text = Type.String()

/** As the format of questionnaires has it; its place in addresses. */
export const QuestionnaireCode = Type.String({
  pattern: '^[a-z][a-z0-9_.-]{0,63}$',
  description: 'Код анкеты: латинские строчные буквы, цифры, точка, дефис',
})
/** Of a questionnaire: 1, 2, … */
export const VersionNumber = Type.Integer({ minimum: 1, maximum: 32_767 })
export const VersionState = Type.Enum([...ALL_VERSION_STATES])
export const VersionEvent = Type.Enum([...ALL_VERSION_EVENTS])

/** A questionnaire in `otklik-questionnaire/1`. The model's reader checks it: `readQuestionnaire`. */
export const QuestionnaireDocument = Type.Unknown({ description: 'Анкета в формате otklik-questionnaire/1' })

const Act = Type.Object({ by: text, at: Instant })

export const QuestionnaireVersion = Type.Object({
  version: VersionNumber,
  state: VersionState,
  /** Rises with every save of a draft: sent back with the next one. */
  revision: Count,
  saved: Act,
  published: nullable(Act),
  withdrawn: nullable(Type.Object({ ...Act.properties, reason: text })),
  /** Campaigns that ask it or have asked it. */
  campaigns: Count,
  allowed: Type.Array(VersionEvent),
})
export const QuestionnaireRow = Type.Object({
  code: QuestionnaireCode,
  title: text,
  /** Comes with the program: it is asked as it is, or copied. */
  builtIn: Type.Boolean(),
  /** Built in from single questions of the sources: «проект». */
  draft: Type.Boolean(),
  source: nullable(text),
  /** Whose it is; null: for all. */
  authority: nullable(Named),
  /** What it was copied from. */
  origin: nullable(Type.Object({ code: QuestionnaireCode, version: VersionNumber })),
  languages: Type.Array(text),
  questions: Count,
  /** The latest published version that is not withdrawn; null: there is none to ask. */
  published: nullable(VersionNumber),
  /** The version in work; null: there is none. */
  inWork: nullable(VersionNumber),
  campaigns: Count,
  /** The caller may change it. */
  mine: Type.Boolean(),
})
export const Questionnaire = Type.Object({
  ...QuestionnaireRow.properties,
  /** The latest first. */
  versions: Type.Array(QuestionnaireVersion),
  /** The version that `document` is: the one asked for, else the one in work, else the latest. */
  version: VersionNumber,
  document: QuestionnaireDocument,
})

export const QuestionnaireProblem = Type.Object({
  level: Type.Enum(['error', 'warning']),
  code: text,
  at: text,
  message: text,
})
/** What `otklik questionnaire check --format json` prints. */
export const QuestionnaireCheck = Type.Object({
  ok: Type.Boolean(),
  questions: Count,
  options: Count,
  minutes: Type.Object({ longest: Type.Number(), median: Type.Number() }),
  problems: Type.Array(QuestionnaireProblem),
})

/** A question that is not the same in two versions. */
export const QuestionDifference = Type.Object({
  at: text,
  what: Type.Enum(['added', 'removed', 'changed', 'moved']),
  /** Its text in the main language; of the older version where it is gone. */
  text: text,
  /** Fields that differ: `text`, `options`, `showIf`, `required` …; `page` where it moved. */
  fields: Type.Array(text),
})
export const VersionDifference = Type.Object({
  from: VersionNumber,
  to: VersionNumber,
  questions: Type.Array(QuestionDifference),
  /** Series that the newer version does not go on with, each with a sentence. */
  ended: Type.Array(
    Type.Object({
      series: text,
      at: text,
      now: nullable(text),
      why: Type.Enum(['removed', 'type', 'bounds', 'options']),
      message: text,
    }),
  ),
})

export type QuestionnaireVersion = Static<typeof QuestionnaireVersion>
export type QuestionnaireRow = Static<typeof QuestionnaireRow>
export type Questionnaire = Static<typeof Questionnaire>
export type QuestionnaireCheck = Static<typeof QuestionnaireCheck>
export type VersionDifference = Static<typeof VersionDifference>
export type QuestionDifference = Static<typeof QuestionDifference>
