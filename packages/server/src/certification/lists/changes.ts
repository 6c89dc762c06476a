import { type Principal, type Reach, reachOf } from '@otklik/model/access'
import type { AnswerOf, QueryOf } from '@otklik/model/api'
import type { ListEdition, readListChanges as route } from '@otklik/model/certification/api'
import { type RawBuilder, sql } from 'kysely'
import { rangeOf } from '../../platform/list.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { visibleEntry } from '../reach.ts'
import { editionOf } from './edition.ts'

type Changes = AnswerOf<typeof route>

/** What is compared of an object that stands in both editions: the field of the answer, and the entry's column. */
const COMPARED = {
  name: 'name',
  kind: 'kind',
  authority: 'authority',
  region: 'region',
  service: 'service',
  address: 'address',
  level: 'level',
  validFrom: 'valid_from',
  validTo: 'valid_to',
  selfCheck: 'self_check',
} as const

/** How an edition differs from the last one of the same list approved before it: what whoever approves it agrees to. */
export async function readListChanges(
  db: Db,
  id: number,
  ask: QueryOf<typeof route>,
  who: Principal,
): Promise<Changes> {
  const against = await approvedBefore(db, await editionOf(db, id, who))
  if (against === undefined) return { against: null, added: 0, dropped: 0, changed: 0, rows: [] }
  const changes = changesBetween(id, against.id, reachOf(who))
  const { limit, offset } = rangeOf(ask)
  const [counts, rows] = await Promise.all([
    sql<Counts>`${changes}
      SELECT count(*) FILTER (WHERE what = 'added') AS added, count(*) FILTER (WHERE what = 'dropped') AS dropped,
        count(*) FILTER (WHERE what = 'changed') AS changed
      FROM changes`.execute(db),
    sql<Changes['rows'][number]>`${changes}
      SELECT what, object, name, authority, fields FROM changes
      ORDER BY array_position(ARRAY['added', 'dropped', 'changed'], what), object
      LIMIT ${limit} OFFSET ${offset}`.execute(db),
  ])
  const [{ added, dropped, changed } = { added: 0, dropped: 0, changed: 0 }] = counts.rows
  return { against, added: Number(added), dropped: Number(dropped), changed: Number(changed), rows: rows.rows }
}

/** An approved edition is seen by everyone who sees a later one of its list. */
const approvedBefore = (db: Db, { kind, year, number }: ListEdition) =>
  db
    .selectFrom('certification_lists')
    .select(['id', 'number'])
    .where('kind', '=', kind)
    .where(sql<boolean>`year IS NOT DISTINCT FROM ${year}::integer`)
    .where('state', '=', 'approved')
    .where('number', '<', number)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

type Counts = Record<'added' | 'dropped' | 'changed', number | string>

/** `WITH … changes AS (…)`: both editions beside each other, as far as they are within reach and admitted. */
function changesBetween(now: number, before: number, reach: Reach): RawBuilder<unknown> {
  const different = Object.entries(COMPARED).map(
    ([field, column]) => sql`CASE WHEN n.${sql.ref(column)} IS DISTINCT FROM b.${sql.ref(column)} THEN ${field} END`,
  )
  return sql`
    WITH n AS (${standing(now, reach)}), b AS (${standing(before, reach)}), both_sides AS (
      SELECT CASE WHEN b.object_id IS NULL THEN 'added' WHEN n.object_id IS NULL THEN 'dropped' ELSE 'changed' END AS what,
        coalesce(n.object_id, b.object_id) AS object, coalesce(n.name, b.name) AS name,
        CASE WHEN n.object_id IS NULL THEN b.authority ELSE n.authority END AS authority,
        CASE WHEN n.object_id IS NULL OR b.object_id IS NULL THEN '{}'::text[]
          ELSE array_remove(ARRAY[${sql.join(different)}]::text[], NULL) END AS fields
      FROM n FULL JOIN b ON b.object_id = n.object_id
    ), changes AS (SELECT * FROM both_sides WHERE what <> 'changed' OR cardinality(fields) > 0)`
}

const standing = (list: number, reach: Reach): RawBuilder<unknown> => sql`
  SELECT e.object_id, e.name, e.kind, e.authority, e.region, e.service, e.address, e.level, e.valid_from, e.valid_to,
    e.facts ->> 'selfCheck' AS self_check
  FROM certification_entries e LEFT JOIN register_authorities a ON a.id = e.authority_id
  WHERE e.list_id = ${list} AND e.admitted AND ${visibleEntry(reach)}`
