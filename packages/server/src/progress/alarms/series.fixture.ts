import { addMonths } from '@otklik/model/months'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import { ratingScale } from '../../facts/index.ts'

export interface Month {
  submitted?: number
  in_error?: number
  decided?: number
  refused?: number
  ratings?: readonly number[]
}

/** Months of a service up to the last one given, straight into the cube. */
export async function giveSeries(
  ch: ClickHouse,
  service: string,
  last: string,
  months: readonly Month[],
): Promise<void> {
  const rows = months.map(({ ratings = [], ...counts }, at) => ({
    month: `${addMonths(last, at + 1 - months.length)}-01`,
    service_id: service,
    region: '31',
    channel: 'ЕПГУ',
    ...counts,
    ratings: ratings.length,
    rating_sum: Math.round(ratings.reduce((sum, score) => sum + score, 0) * ratingScale),
    rating_squares: ratings.reduce((sum, score) => sum + score * score, 0),
  }))
  const body = Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'))
  await ch.insertStream('INSERT INTO cube FORMAT JSONEachRow', body)
}

export const refusals = (...counts: readonly number[]): Month[] => counts.map((refused) => ({ decided: 1000, refused }))
export const scores = (...means: readonly number[]): Month[] =>
  means.map((mean) => ({ ratings: Array.from({ length: 50 }, (_, at) => mean + (at % 2 === 0 ? 0.5 : -0.5)) }))
