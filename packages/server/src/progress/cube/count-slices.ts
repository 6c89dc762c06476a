import { type CountOf, REQUEST_COUNTS } from '@otklik/model/indicators'
import type { Reader } from '../executor.ts'
import { all, type Filter, ofMonths, ofSlice } from '../filter.ts'
import { monthText } from '../month-sql.ts'
import { type Counts, requestCounts } from './counts.ts'

/** What the cube can be cut by, in the order of keys everywhere. An authority is the register's: see `indicators/rows.ts`. */
export const cubeKeys = ['service', 'subservice', 'region', 'office', 'channel', 'month'] as const
export type CubeKey = (typeof cubeKeys)[number]
export type SliceKey = Readonly<Partial<Record<CubeKey, string>>>
export interface Slice {
  readonly slice: SliceKey
  readonly counts: Counts
}

const keySql: Readonly<Record<CubeKey, string>> = {
  service: 'service_id',
  subservice: 'subservice_id',
  region: 'region',
  office: 'office',
  channel: 'channel',
  month: monthText('month'),
}

type Row = Record<CountOf['column'] | 'ratings' | 'ratingSquares', number> & { ratingSum: number | string }
const sums = [...REQUEST_COUNTS, { column: 'ratings' }]
  .map(({ column }) => `sum(cube.${column}) AS ${column}`)
  .join(', ')

/** The counts of every slice that has anything, in no order; without keys one row, also of nothing. Months are 'YYYY-MM'. */
export async function countSlices(ch: Reader, filter: Filter, by: readonly CubeKey[]): Promise<Slice[]> {
  const { sql, params } = all(ofMonths(filter), ofSlice(filter))
  const keys = by.map((key) => `${keySql[key]} AS by_${key}, `).join('')
  const group = by.length > 0 ? `GROUP BY ${by.map((key) => `by_${key}`).join(', ')}` : ''
  const rows = await ch.query<Row & Record<`by_${CubeKey}`, string>>(
    `SELECT ${keys}${sums}, sum(rating_sum) AS ratingSum, sum(rating_squares) AS ratingSquares
     FROM cube WHERE ${sql} ${group}`,
    params,
  )
  return rows.map((row) => ({
    slice: Object.fromEntries(by.map((key) => [key, row[`by_${key}`]])),
    counts: countsOf(row),
  }))
}

const countsOf = ({ ratings, ratingSum, ratingSquares, ...row }: Row): Counts => ({
  ...requestCounts(({ column }) => row[column]),
  ratings,
  ratingSum: BigInt(ratingSum),
  ratingSquares,
})
