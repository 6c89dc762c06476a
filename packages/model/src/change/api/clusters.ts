import { type Static, Type } from 'typebox'
import { Count, Id } from '../../api/common.ts'
import { defineRoute } from '../../api/route.ts'
import { ProcessCode } from './processes.ts'
import { StatementSourceName, TopicCode } from './statements.ts'

const tag = 'Карта болей'
const text = Type.String()

/** Texts without a topic that speak of the same: a proposal for somebody to name. */
export const StatementCluster = Type.Object({
  /** What tells it from the rest, the most telling first. */
  words: Type.Array(text),
  /** The same as patterns of the rubricator. */
  patterns: Type.Array(text),
  /** Texts in it; those that say the same count each. */
  said: Count,
  /** One for each text that differs: coding it codes its copies. */
  statements: Type.Array(Id),
  examples: Type.Array(text),
  processNames: Type.Array(text),
})
export type StatementCluster = Static<typeof StatementCluster>

export const listClusters = defineRoute({
  method: 'GET',
  path: '/api/change/clusters',
  tag,
  summary: 'О чём говорят высказывания без тем: предложения новых тем и проблем',
  access: 'change.read',
  query: Type.Object({ process: Type.Optional(ProcessCode), source: Type.Optional(StatementSourceName) }),
  answer: Type.Object({
    /** Different texts that were looked through, the latest ones. */
    looked: Count,
    rows: Type.Array(StatementCluster),
  }),
})
export const codeCluster = defineRoute({
  method: 'POST',
  path: '/api/change/clusters/codes',
  tag,
  summary: 'Присвоить тему всем высказываниям группы и их копиям; у кого темы уже есть, остаётся как было',
  access: 'change.code',
  body: Type.Object({ code: TopicCode, statements: Type.Array(Id, { minItems: 1, maxItems: 2000 }) }),
  answer: Type.Object({ coded: Count }),
})
