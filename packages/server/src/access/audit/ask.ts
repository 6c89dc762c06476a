import type { Reach } from '@otklik/model/access'
import type { listAudit as listAuditRoute } from '@otklik/model/access/api'
import type { QueryOf } from '@otklik/model/api'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import { fold } from '../../platform/text.ts'

export type AuditAsk = QueryOf<typeof listAuditRoute>

/** The days of the filters are days in Moscow. */
const DAY_START = 'T00:00:00+03:00'
const DAY_MS = 86_400_000
/** So many of each kind of thing are looked up by their names at most. */
const NAMED = 500

/** Conditions on `audit_log` as `a`, all but those on the organisation. */
export async function conditionsOf(db: Db, ask: AuditAsk): Promise<RawBuilder<SqlBool>[]> {
  const { from, to, who, what, subject } = ask
  const conditions: RawBuilder<SqlBool>[] = []
  if (from !== undefined) conditions.push(sql`a.at >= ${new Date(`${from}${DAY_START}`)}`)
  if (to !== undefined) conditions.push(sql`a.at < ${new Date(Date.parse(`${to}${DAY_START}`) + DAY_MS)}`)
  if (who !== undefined) conditions.push(sql`a.who = ${who}`)
  if (what !== undefined) conditions.push(sql`a.what = ${what}`)
  if (subject !== undefined) conditions.push(sql`a.subject = ${subject}`)
  if (ask.find !== undefined && fold(ask.find) !== '') conditions.push(await found(db, ask.find))
  return conditions
}

/** By the names that people, keys, organisations and suppliers have now, and by the text of the subject. */
async function found(db: Db, find: string): Promise<RawBuilder<SqlBool>> {
  const folded = fold(find)
  const { rows } = await sql<{ name: string }>`
    (SELECT 'user:' || id AS name FROM access_users WHERE strpos(folded, ${folded}) > 0 LIMIT ${NAMED})
    UNION ALL
    (SELECT 'machine:' || id FROM access_tokens WHERE strpos(lower(label), ${folded}) > 0 LIMIT ${NAMED})
    UNION ALL
    (SELECT 'organisation:' || id FROM access_organisations WHERE strpos(folded, ${folded}) > 0 LIMIT ${NAMED})
    UNION ALL
    (SELECT 'supplier:' || code FROM access_suppliers WHERE strpos(lower(name), ${folded}) > 0 LIMIT ${NAMED})`.execute(
    db,
  )
  const names = rows.map(({ name }) => name)
  return sql`(a.who = ANY(${names}::text[]) OR a.subject = ANY(${names}::text[])
    OR strpos(lower(a.subject), ${find.trim().toLowerCase()}) > 0)`
}

/**
 * The organisations whose records may be shown and are asked for (with those under it); 'all': every record, also those
 * of nobody's organisation.
 */
export async function organisationsOf(db: Db, reach: Reach, asked: number | undefined): Promise<number[] | 'all'> {
  if (reach.everything && asked === undefined) return 'all'
  const top = reach.everything ? '/' : reach.top
  if (top === null || (asked !== undefined && !isId(asked))) return []
  const { rows } = await sql<{ id: number }>`
    SELECT o.id FROM access_organisations o
    WHERE o.path LIKE ${`${top}%`}
      AND (${asked ?? null}::integer IS NULL
        OR o.path LIKE (SELECT path || '%' FROM access_organisations WHERE id = ${asked ?? null}::integer))`.execute(db)
  return rows.map(({ id }) => id)
}

const isId = (number: number) => Number.isInteger(number) && number > 0 && number < 2 ** 31
