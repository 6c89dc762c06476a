import { type Against, comparedWith } from '@otklik/model/months'
import type { Periods } from '@otklik/model/contributions'
import { problem } from '../../platform/problems/index.ts'
import type { Condition } from '../filter.ts'
import { firstDay } from '../month-sql.ts'
import type { Period } from '../period.ts'
import { periodTurned } from '../problems.ts'

/**
 * The two periods of a comparison: the one asked for and the one it is held against, named by its months or else as every
 * screen names it. Refused where an end lies before its beginning. They may overlap: a month then counts on both sides.
 */
export function periodsOf(asked: Period & { readonly against?: string; readonly versus?: Against }): Periods<Period> {
  const b = { from: asked.from, to: asked.to }
  const named = comparedWith(b, asked.versus)
  const [from = named.from, to = named.to] = asked.against?.split(':') ?? []
  const a = { from, to }
  for (const period of [a, b]) if (period.from > period.to) throw problem(periodTurned, period.from, period.to)
  return { a, b }
}

/** SQL over a column that holds the first day of a month: whether it lies in either period, and in which of them. */
export function ofPeriods(
  { a, b }: Periods<Period>,
  column = 'month',
): Condition & { readonly inA: string; readonly inB: string } {
  const within = (name: string) => `${column} BETWEEN {${name}_from:Date} AND {${name}_to:Date}`
  return {
    sql: `(${within('a')} OR ${within('b')})`,
    inA: within('a'),
    inB: within('b'),
    params: {
      a_from: firstDay(a.from),
      a_to: firstDay(a.to),
      b_from: firstDay(b.from),
      b_to: firstDay(b.to),
    },
  }
}
