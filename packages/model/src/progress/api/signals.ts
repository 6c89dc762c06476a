import { type Static, Type } from 'typebox'
import { Month, nullable } from '../../api/common.ts'
import { Figure } from './figures.ts'
import { defineRoute } from '../../api/route.ts'

const text = Type.String()

/**
 * What is less than a critical value: two rises in a row, a fall of the CSI on too few ratings, growth without a run.
 * Found when it is asked for; it starts nothing and nobody is told of it.
 */
export const SignalKind = Type.Enum(['two_rises', 'few_ratings', 'without_run'])
export const Signal = Type.Object({
  kind: SignalKind,
  figure: Figure,
  service: text,
  serviceName: text,
  /** What was seen, one plain sentence in Russian. */
  sentence: text,
})
export type Signal = Static<typeof Signal>

export const readSignals = defineRoute({
  method: 'GET',
  path: '/api/progress/signals',
  tag: 'Показатели',
  summary: 'Наблюдения и ранние признаки последнего закрытого месяца',
  access: 'progress.read',
  query: Type.Object({ service: Type.Optional(text), authority: Type.Optional(text) }),
  /** The month is null where nothing was counted yet. */
  answer: Type.Object({ month: nullable(Month), signals: Type.Array(Signal) }),
})
