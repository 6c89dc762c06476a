import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { ListAsk } from '../platform/list.ts'

/** A list of what belongs to authorities; `authority`: to this one alone, by its number. */
export interface OfAuthority extends ListAsk {
  readonly authority?: string
}

/** Whether what is listed belongs to the authority (`a`) that was asked for. */
export const ofAuthority = ({ authority }: OfAuthority): RawBuilder<SqlBool> =>
  authority === undefined ? sql`true` : sql`coalesce(a.id::text = ${authority}, false)`
