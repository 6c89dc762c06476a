import { type Static, Type } from 'typebox'
import { Count, Id, Instant, nullable } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { ProcessCode } from './processes.ts'
import { Statement, StatementSourceName, TopicCode } from './statements.ts'

const tag = 'Карта болей'
const share = Type.Number()

export const TopicSuggestion = Type.Object({ code: TopicCode, p: share, because: Type.Array(Type.String()) })
export const CodingTask = Type.Object({ ...Statement.properties, suggestions: Type.Array(TopicSuggestion) })
export type CodingTask = Static<typeof CodingTask>

/** What suggests topics, and how well: shares of 0–1 by cross-validation, null where too few texts are coded. */
export const TopicModelState = Type.Object({
  learned: nullable(Instant),
  texts: Count,
  top1: nullable(share),
  top3: nullable(share),
  /** From this probability on a topic is taken without a person. */
  auto: nullable(share),
  edition: Count,
})
/** «Что говорят»: the next texts to be coded, the commonest first. */
export const readCoding = defineRoute({
  method: 'GET',
  path: '/api/change/coding',
  tag,
  summary: 'Следующие высказывания для кодирования с предложенными темами',
  access: 'change.code',
  query: Type.Object({
    process: Type.Optional(ProcessCode),
    source: Type.Optional(StatementSourceName),
    /** Texts that another person has coded, without what was said of them. */
    blind: Type.Optional(Type.Boolean()),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 10 })),
  }),
  answer: Type.Object({
    tasks: Type.Array(CodingTask),
    left: Count,
    coded: Count,
    filtered: Count,
    /** Waiting for a second coder. */
    blind: Count,
    model: TopicModelState,
    /** What the caller can take back. */
    undo: nullable(Type.Object({ statement: Id, text: Type.String() })),
  }),
})
const Codes = Type.Array(TopicCode, { maxItems: 10 })
export const codeStatement = defineRoute({
  method: 'PUT',
  path: '/api/change/statements/:id/codes',
  tag,
  summary: 'Присвоить высказыванию и его копиям темы; пустой список – проблем не названо',
  access: 'change.code',
  params: Type.Object({ id: Id }),
  body: Type.Object({
    codes: Codes,
    /** The topics that the coder saw there: refused where somebody has given others since. Absent: whatever stands there. */
    over: Type.Optional(nullable(Codes)),
    /** As a second coder, who does not see the first one's. */ blind: Type.Boolean(),
  }),
  answer: Type.Object({ coded: Count }),
})
export const undoCoding = defineRoute({
  method: 'POST',
  path: '/api/change/coding/undo',
  tag,
  summary: 'Отменить своё последнее кодирование',
  access: 'change.code',
  answer: Type.Object({ statement: Id }),
})
export const readAgreement = defineRoute({
  method: 'GET',
  path: '/api/change/coding/agreement',
  tag,
  summary: 'Согласие двух кодировщиков',
  access: 'change.read',
  answer: nullable(
    Type.Object({
      n: Count,
      agree: share,
      kappa: nullable(share),
      low: nullable(share),
      high: nullable(share),
    }),
  ),
})
export const learnTopicsNow = defineRoute({
  method: 'POST',
  path: '/api/change/coding/learning',
  tag,
  summary: 'Обучить подсказки сейчас, не дожидаясь ночи',
  access: 'change.code',
  status: 202,
  answer: Type.Object({ asked: Type.Boolean() }),
})
