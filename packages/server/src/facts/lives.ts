import type { CountOf } from '@otklik/model/indicators'
import type { ClickHouse } from '../platform/clickhouse/client.ts'
import { bitOf, bits, bitSpan } from './count-bits.ts'
import { never } from './tables.ts'

/** `minIf` gives the year 1970 where there is no such event. */
const firstOr = (condition: string): string =>
  `if(countIf(${condition}) = 0, toDateTime('${never}', 'UTC'), minIf(at, ${condition}))`

/** Events summed up by one statement: bounds the memory that an import takes, whatever its size. */
const atOnce = 4_000_000
const hashRange = 'cityHash64(request_id) BETWEEN {from:UInt64} AND {to:UInt64}'

/** All hashes in so many ranges of the same width, first and last included. */
function hashRanges(count: number): { from: string; to: string }[] {
  const edge = (at: number): bigint => (2n ** 64n * BigInt(at)) / BigInt(count)
  return Array.from({ length: count }, (_, at) => ({ from: String(edge(at)), to: String(edge(at + 1) - 1n) }))
}

/** Events to be summed up by request: those of a table for which the condition holds. */
interface Source {
  readonly table: string
  readonly where?: string
  readonly params?: Readonly<Record<string, unknown>>
}

/**
 * Sums events up by request into a table of lives: everything that warnings and figures need to know of a request.
 * Goes through the requests by their hashes, which the events are sorted by.
 */
export async function sumUpLives(ch: ClickHouse, into: string, { table, where = '1', params = {} }: Source) {
  const [found] = await ch.query<{ events: number }>(`SELECT count() AS events FROM ${table} WHERE ${where}`, params)
  for (const range of hashRanges(Math.ceil((found?.events ?? 0) / atOnce)))
    await ch.command(`INSERT INTO ${into} ${lives(table, where)}`, { ...params, ...range })
}

/** What an event is told apart by and what it counts as, in one number: its moment, section, status and bits. */
const mark = `bitShiftLeft(toUInt64(toUInt32(at)), 32) + bitShiftLeft(toUInt32(toInt8(section)), 20) + toUInt32(status) * ${bitSpan} + bits`
/** The local months of those that count for something, with their bits. */
const months = `arrayDistinct(arrayMap(
    mark -> toUInt32(toRelativeMonthNum(toDateTime(bitShiftRight(mark, 32), 'UTC')) * ${bitSpan} + bitAnd(mark, ${bitSpan - 1})),
    arrayFilter(mark -> bitAnd(mark, ${bitSpan - 1}) != 0, marks)))`
const is = (column: CountOf['column']): string => `bitTest(bits, ${bitOf(column)})`
const lives = (table: string, where: string): string => `
  SELECT request_id, min(package), arrayUniq(groupArray(mark) AS marks) < count(),
    ${firstOr(is('submitted'))}, ${firstOr(`${is('decided')} AND NOT ${is('refused')}`)}, ${firstOr(is('refused'))},
    ${months}
  FROM (
    SELECT request_id, package, at, ${bits} AS bits, ${mark} AS mark FROM ${table} WHERE ${hashRange} AND ${where}
  ) GROUP BY request_id`
