import { type Static, Type } from 'typebox'
import { Count, Id, Instant, nullable, Reason, Version } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { ALL_PROBLEM_EVENTS, ALL_PROBLEM_STATES, PROBLEMS } from '../problems/index.ts'
import { MapPeriod, MapRow } from './pains.ts'
import { ProcessCode } from './processes.ts'
import { StatementSourceName, TopicCode } from './statements.ts'

const tag = 'Карта болей'
const text = Type.String()

export const ProblemFields = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 1000 }),
  stage: nullable(Type.String({ maxLength: 100 })),
  feasibility: nullable(Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3)])),
  flag: nullable(Type.Enum(['safety', 'law'])),
  flagReason: nullable(Type.String({ maxLength: 2000 })),
  /** What is coded with any of these names the problem. */
  topics: Type.Array(TopicCode, { maxItems: 50 }),
  processes: Type.Array(ProcessCode, { minItems: 1, maxItems: 200 }),
  /** Other evidence: figures, pages. */
  links: Type.Array(
    Type.Object({ title: Type.String({ maxLength: 300 }), address: Type.String({ maxLength: 2000 }) }),
    {
      maxItems: 50,
    },
  ),
})
export type ProblemFields = Static<typeof ProblemFields>
export const ProblemQuote = Type.Object({ statement: Id, text })
export const ProblemRecord = Type.Object({
  id: Id,
  version: Version,
  ...ProblemFields.properties,
  processNames: Type.Array(text),
  state: Type.Enum([...ALL_PROBLEM_STATES]),
  /** Why it is not being solved. */
  reason: nullable(text),
  made: Type.Object({ at: Instant, by: text }),
  openMeasures: Count,
  verifiedMeasures: Count,
})
export type ProblemRecord = Static<typeof ProblemRecord>
export const ProblemWhole = Type.Object({
  ...ProblemRecord.properties,
  period: MapPeriod,
  rows: Type.Array(MapRow),
  quotes: Type.Array(ProblemQuote),
  /** Quotes may be chosen: enough people named it. */
  quotable: Type.Boolean(),
  allowed: Type.Array(Type.Enum([...ALL_PROBLEM_EVENTS])),
})
export type ProblemWhole = Static<typeof ProblemWhole>
const one = Type.Object({ id: Id })

export const listProblems = defineRoute({
  method: 'GET',
  path: '/api/change/problems',
  tag,
  summary: 'Проблемы, самые свежие сверху',
  access: 'change.read',
  query: Type.Object({
    process: Type.Optional(ProcessCode),
    state: Type.Optional(Type.Enum([...ALL_PROBLEM_STATES])),
    /** Named by anything that came from there. */
    source: Type.Optional(StatementSourceName),
  }),
  answer: Type.Object({ rows: Type.Array(ProblemRecord) }),
})
export const readProblem = defineRoute({
  method: 'GET',
  path: '/api/change/problems/:id',
  tag,
  summary: 'Проблема с показателями за период, цитатами и мерами',
  access: 'change.read',
  params: one,
  query: Type.Object({ period: Type.Optional(MapPeriod) }),
  answer: ProblemWhole,
})
export const makeProblem = defineRoute({
  method: 'POST',
  path: '/api/change/problems',
  tag,
  summary: 'Завести проблему по темам',
  access: PROBLEMS.rightFor('make'),
  body: ProblemFields,
  answer: ProblemRecord,
  status: 201,
})
export const saveProblem = defineRoute({
  method: 'PUT',
  path: '/api/change/problems/:id',
  tag,
  summary: 'Изменить проблему',
  access: PROBLEMS.rightFor('edit'),
  params: one,
  body: Type.Object({ version: Version, ...ProblemFields.properties }),
  answer: ProblemRecord,
})
export const declineProblem = defineRoute({
  method: 'POST',
  path: '/api/change/problems/:id/decline',
  tag,
  summary: 'Отложить проблему с объяснением, почему пока не решить',
  access: PROBLEMS.rightFor('decline'),
  params: one,
  body: Type.Object({ reason: Reason }),
  answer: ProblemRecord,
})
export const solveProblem = defineRoute({
  method: 'POST',
  path: '/api/change/problems/:id/solve',
  tag,
  summary: 'Закрыть проблему как решённую',
  access: PROBLEMS.rightFor('solve'),
  params: one,
  answer: ProblemRecord,
})
export const reopenProblem = defineRoute({
  method: 'POST',
  path: '/api/change/problems/:id/reopen',
  tag,
  summary: 'Открыть проблему снова',
  access: PROBLEMS.rightFor('reopen'),
  params: one,
  body: Type.Object({ reason: Reason }),
  answer: ProblemRecord,
})
export const chooseQuotes = defineRoute({
  method: 'PUT',
  path: '/api/change/problems/:id/quotes',
  tag,
  summary: 'Выбрать до трёх цитат; только если проблему назвали не меньше пяти человек',
  access: 'change.manage',
  params: one,
  body: Type.Object({ statements: Type.Array(Id, { maxItems: 3, uniqueItems: true }) }),
  answer: Type.Object({ quotes: Type.Array(ProblemQuote) }),
})
