import { type Principal, type Reach, reachOf } from '@otklik/model/access'
import type { AnswerOf, ListChange, ListEdition, QueryOf, readListChanges as route } from '@otklik/model/api'
import { type RawBuilder, sql } from 'kysely'
import { rangeOf } from '../../platform/list.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { seenEntry, seenList } from '../within.ts'
import { editionOf } from './edition.ts'

type Changes = AnswerOf<typeof route>
const WHAT = ['added', 'dropped', 'changed'] as const

/** What an edition changes against the last one approved before it: whoever decides has to see it. */
export async function readListChanges(
  db: Db,
  id: number,
  ask: QueryOf<typeof route>,
  who: Principal,
): Promise<Changes> {
  const edition = await editionOf(db, id, who)
  const reach = reachOf(who)
  const against = await approvedBefore(db, edition, reach)
  if (against === null) return { against, added: 0, dropped: 0, changed: 0, rows: [] }
  const changes = changesBetween(against.id, id, reach)
  const { limit, offset } = rangeOf(ask)
  const [counted, { rows }] = await Promise.all([
    sql<{ what: ListChange['what']; count: number }>`
      SELECT what, count(*) AS count FROM (${changes}) AS c GROUP BY what`.execute(db),
    sql<ListChange>`
      SELECT * FROM (${changes}) AS c ORDER BY array_position(${[...WHAT]}::text[], what), object
      LIMIT ${limit} OFFSET ${offset}`.execute(db),
  ])
  const countOf = (what: ListChange['what']) => counted.rows.find((one) => one.what === what)?.count ?? 0
  return { against, added: countOf('added'), dropped: countOf('dropped'), changed: countOf('changed'), rows }
}

/** The edition that held when this one was made, or holds still. */
async function approvedBefore(db: Db, { kind, year, number }: ListEdition, reach: Reach) {
  const found = await db
    .selectFrom('certification_lists as l')
    .select(['l.id', 'l.number'])
    .where('l.kind', '=', kind)
    .where(sql<boolean>`l.year IS NOT DISTINCT FROM ${year}`)
    .where('l.state', '=', 'approved')
    .where('l.number', '<', number)
    .where(seenList(reach))
    .orderBy('l.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}

/** Columns that are compared, with the names of the contract. */
const COMPARED = {
  name: sql.ref('name'),
  kind: sql.ref('kind'),
  authority: sql.ref('authority'),
  region: sql.ref('region'),
  service: sql.ref('service'),
  address: sql.ref('address'),
  level: sql.ref('level'),
  validFrom: sql.ref('valid_from'),
  validTo: sql.ref('valid_to'),
  selfCheck: sql.ref('self_check'),
}

/** What stands in one of two editions only, or otherwise; only what is admitted stands there. */
function changesBetween(before: number, after: number, reach: Reach): RawBuilder<ListChange> {
  const differing = sql.join(
    Object.entries(COMPARED).map(
      ([name, column]) =>
        sql`CASE WHEN (later.${column}) IS DISTINCT FROM (earlier.${column}) THEN ${sql.lit(name)} END`,
    ),
  )
  return sql<ListChange>`
    SELECT object, coalesce(later.name, earlier.name) AS name, coalesce(later.authority, earlier.authority) AS authority,
      CASE WHEN earlier.name IS NULL THEN 'added' WHEN later.name IS NULL THEN 'dropped' ELSE 'changed' END AS what,
      CASE WHEN earlier.name IS NULL OR later.name IS NULL THEN '{}'::text[] ELSE differing.fields END AS fields
    FROM (${standing(after, reach)}) AS later
    FULL JOIN (${standing(before, reach)}) AS earlier USING (object)
    CROSS JOIN LATERAL (SELECT array_remove(ARRAY[${differing}], NULL) AS fields) AS differing
    WHERE cardinality(differing.fields) > 0`
}

const standing = (list: number, reach: Reach) => sql`
  SELECT e.object_id AS object, e.*, e.facts ->> 'selfCheck' AS self_check
  FROM certification_entries e LEFT JOIN register_authorities a ON a.id = e.authority_id
  WHERE e.list_id = ${list} AND e.admitted AND ${seenEntry(reach)}`
