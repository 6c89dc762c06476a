import { type OrganisationPath, ROOT_PATH } from '@otklik/model/access'
import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'

type Counts = ReadonlyMap<number, number>

/** How many open organisations stand directly under each of these. */
export async function childrenOf(db: Db, ids: readonly number[]): Promise<Counts> {
  const { rows } = await sql<{ id: number; count: number }>`
    SELECT parent_id AS id, count(*) FROM access_organisations
    WHERE parent_id = ANY (${ids}::int[]) AND closed_at IS NULL
    GROUP BY parent_id`.execute(db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** How many people have a role in each of these or under it: whoever has several is counted once. */
export async function peopleUnder(
  db: Db,
  organisations: readonly { readonly id: number; readonly path: OrganisationPath }[],
): Promise<Counts> {
  const counts = new Map<number, number>()
  const below = organisations.filter(({ path }) => path !== ROOT_PATH)
  const root = organisations.find(({ path }) => path === ROOT_PATH)
  if (root !== undefined) counts.set(root.id, await everyoneWithRole(db))
  if (below.length === 0) return counts
  const { rows } = await sql<{ id: number; count: number }>`
    SELECT top.id, count(*)
    FROM unnest(${below.map(({ id }) => id)}::int[], ${below.map(({ path }) => path)}::text[]) AS top (id, path)
    CROSS JOIN LATERAL (
      SELECT FROM access_organisations o
      JOIN access_memberships m ON m.organisation_id = o.id AND m.ended_at IS NULL
      WHERE ${isUnder}
      GROUP BY m.user_id
    ) person
    GROUP BY top.id`.execute(db)
  for (const { id, count } of rows) counts.set(id, count)
  return counts
}

/** `LIKE` with a pattern out of a table can't use the index of paths; its bounds can. `0` is the sign after `/`. */
const isUnder = sql`o.path ~>=~ top.path AND o.path ~<~ (left(top.path, -1) || '0')`

/** Of the whole tree: by the index of people, without looking at organisations. */
async function everyoneWithRole(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(DISTINCT user_id) FROM access_memberships WHERE ended_at IS NULL`.execute(db)
  return rows[0]?.count ?? 0
}
