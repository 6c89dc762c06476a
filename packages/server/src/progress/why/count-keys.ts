import type { KeyCounts, Periods } from '@otklik/model/contributions'
import type { WhyIndicator } from '@otklik/model/progress/api'
import type { Reader } from '../executor.ts'
import { all, type Filter, ofSlice } from '../filter.ts'
import type { Period } from '../period.ts'
import { keyCounts, type KeyRow } from './key-rows.ts'
import { ofPeriods } from './periods.ts'

/** What a change is looked for in. */
export interface Question {
  readonly indicator: WhyIndicator
  readonly periods: Periods<Period>
  /** The slice, without months. */
  readonly filter: Filter
}

const columnOf = {
  service: 'service_id',
  subservice: 'subservice_id',
  office: 'office',
  channel: 'channel',
  region: 'region',
} as const
/** Dimensions that the cube holds. */
export type CubeDimension = keyof typeof columnOf

const countsOf: Readonly<Record<WhyIndicator, { readonly n: string; readonly x: string }>> = {
  refusals: { n: 'decided', x: 'refused' },
  errors: { n: 'submitted', x: 'in_error' },
}

/** Counts of every key of a dimension in both periods; a month counts as in the indicators themselves. */
export async function countKeys(ch: Reader, question: Question, dimension: CubeDimension): Promise<KeyCounts[]> {
  const { sql, params } = countSql(question, columnOf[dimension])
  const rows = await ch.query<KeyRow>(`${sql} GROUP BY key`, params)
  return rows.map(keyCounts)
}

/** The counts of the whole slice. */
export async function countWhole(ch: Reader, question: Question): Promise<KeyCounts> {
  const { sql, params } = countSql(question, `''`)
  const [row = { key: '', n_a: 0, x_a: 0, n_b: 0, x_b: 0 }] = await ch.query<KeyRow>(sql, params)
  return keyCounts(row)
}

function countSql({ indicator, periods, filter }: Question, key: string) {
  const { n, x } = countsOf[indicator]
  const months = ofPeriods(periods)
  const { sql, params } = all(months, ofSlice(filter))
  return {
    sql: `SELECT ${key} AS key, sumIf(${n}, ${months.inA}) AS n_a, sumIf(${x}, ${months.inA}) AS x_a,
        sumIf(${n}, ${months.inB}) AS n_b, sumIf(${x}, ${months.inB}) AS x_b
      FROM cube WHERE ${sql}`,
    params,
  }
}
