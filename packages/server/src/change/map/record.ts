import type { MapEdition } from '@otklik/model/change/api'
import type { MapFacts } from '@otklik/model/change/editions'
import { periodBounds, periodTitle } from '@otklik/model/change/periods'
import { dayOf } from '@otklik/model/days'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, type Caller, nameOf } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { processIds } from '../processes/reach.ts'

/** Editions (`m`) all of whose processes are within reach: a part of a frozen map is another map. */
const visibleMap = (ids: readonly string[]): RawBuilder<SqlBool> => sql`m.processes <@ ${[...ids]}::text[]`

export const maps = (db: Db, ids: readonly string[]) =>
  db.selectFrom('change_maps as m').selectAll().where(visibleMap(ids))
export type MapRecord = Awaited<ReturnType<ReturnType<typeof maps>['executeTakeFirstOrThrow']>>

export const editionOf = (row: MapRecord): MapEdition => ({
  id: row.id,
  period: row.period,
  title: periodTitle(row.period),
  number: row.number,
  state: row.state,
  rows: row.figures.rows.length,
  made: { at: row.made_at.toISOString(), by: row.made_by },
  approved: row.approved_at && row.approved_by ? { at: row.approved_at.toISOString(), by: row.approved_by } : null,
  seen: row.seen,
})

/** An edition within reach; 404 otherwise. */
export async function findMap(db: Db, id: number, who: Actor): Promise<MapRecord> {
  const row = await maps(db, await processIds(db, who))
    .where('m.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw problem(problems.notFound)
  return row
}

/** `seen`: what the caller says to have seen. */
export const factsOf = (row: MapRecord, { who, at }: Caller, seen = row.seen): MapFacts => ({
  closed: periodBounds(row.period).last < dayOf(at),
  rows: row.figures.rows.length,
  maker: row.made_who === nameOf(who),
  seen: row.seen === seen,
  other: false,
})
