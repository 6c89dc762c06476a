import { type Selectable, sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import type { CertificationTables } from '../tables.ts'

type Entry = Selectable<CertificationTables['certification_entries']>

/** The number of the year's list that holds: its latest approved edition. */
export const yearListOf = (year: number) => sql<number | null>`(
  SELECT id FROM certification_lists WHERE kind = 'year' AND year = ${year} AND state = 'approved'
  ORDER BY number DESC LIMIT 1)`

/** The object as the list of the year has it; undefined where there is none, or the object was left out of it. */
export const admittedEntry = (db: Db, year: number, object: number): Promise<Entry | undefined> =>
  db
    .selectFrom('certification_entries')
    .selectAll()
    .where('list_id', '=', yearListOf(year))
    .where('object_id', '=', object)
    .where('admitted', '=', true)
    .executeTakeFirst()
