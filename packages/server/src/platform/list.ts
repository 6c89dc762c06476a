import { type Expression, type SqlBool, sql } from 'kysely'
import { fold } from './text.ts'

/** What a list is asked for. */
export interface ListAsk {
  readonly limit?: number
  readonly offset?: number
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

/** A page for a screen; a file holds every row that was found. */
export const rangeOf = ({ limit = 100, offset = 0, format = 'json' }: ListAsk) =>
  format === 'json' ? { limit, offset } : { limit: 1_000_000, offset: 0 }
