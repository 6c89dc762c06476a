import { type Expression, type SqlBool, sql } from 'kysely'
import { fold } from './text.ts'

/** What a list is asked for. */
export interface ListAsk {
  readonly limit?: number | undefined
  readonly offset?: number | undefined
  readonly find?: string
  readonly format?: 'json' | 'csv' | 'xlsx'
}
export interface Page<T> {
  readonly total: number
  readonly rows: T[]
}

/** Each word of `find` stands somewhere in the folded text. */
export function matches(find: string | undefined, folded: Expression<string>): Expression<SqlBool> {
  const words = fold(find ?? '').split(' ')
  return sql<SqlBool>`(SELECT bool_and(strpos(${folded}, word) > 0) FROM unnest(${words}::text[]) AS word)`
}

/** Which of the rows found an answer holds. */
export interface Range {
  readonly limit: number
  readonly offset: number
}
/** More rows than any list has. */
const ALL = 1_000_000_000

/** A page for a screen; a file holds every row that was found, unless it was said how many. */
export const rangeOf = ({ limit, offset = 0, format = 'json' }: ListAsk): Range => ({
  limit: limit ?? (format === 'json' ? 100 : ALL),
  offset: Math.min(offset, ALL),
})

/** The rows of a stream that an answer holds; no more of it is read. */
export async function* ranged<T>(rows: AsyncIterable<T>, { limit, offset }: Range): AsyncGenerator<T> {
  let at = 0
  if (limit === 0) return
  for await (const row of rows) {
    at++
    if (at > offset) yield row
    if (at >= offset + limit) return
  }
}
