import type { Reach } from '@otklik/model/access'
import type { AuditRecord } from '@otklik/model/access/api'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import { type AuditAsk, conditionsOf, organisationsOf } from './ask.ts'
import { recordOf, type ShownRow } from './record-of.ts'

/** Up to so many organisations are each asked for their own newest records; more are quicker read together. */
const ONE_BY_ONE = 500
const BATCH = 1000

interface Position {
  readonly seq: number
  readonly at: Date
}
interface Found {
  readonly conditions: readonly RawBuilder<SqlBool>[]
  readonly organisations: readonly number[] | 'all'
}

/**
 * A page of the records within reach, newest first, and where the next one begins. Records of a part of the tree are
 * those of who acted in one of its organisations, and of what the installation did for one; everyone else's do not exist.
 */
export async function listAudit(db: Db, reach: Reach, ask: AuditAsk) {
  const { limit = 100, before } = ask
  const found = await find(db, reach, ask)
  const rows = await readRows(db, found, await positionOf(db, before), limit + 1)
  const shown = rows.slice(0, limit)
  return { rows: shown.map(recordOf), next: rows.length > limit ? (shown.at(-1)?.seq ?? null) : null }
}

/** All of them, read piece by piece as the receiver takes them. */
export async function* everyRecord(db: Db, reach: Reach, ask: AuditAsk): AsyncGenerator<AuditRecord> {
  const found = await find(db, reach, ask)
  let after = await positionOf(db, ask.before)
  for (;;) {
    const rows = await readRows(db, found, after, BATCH)
    yield* rows.map(recordOf)
    after = rows.at(-1)
    if (after === undefined || rows.length < BATCH) return
  }
}

async function find(db: Db, reach: Reach, ask: AuditAsk): Promise<Found> {
  const [conditions, organisations] = await Promise.all([
    conditionsOf(db, ask),
    organisationsOf(db, reach, ask.organisation),
  ])
  return { conditions, organisations }
}

/** Where a record stands in the list; a number that is not there begins at the records before it. */
async function positionOf(db: Db, before: number | undefined): Promise<Position | undefined> {
  if (before === undefined) return undefined
  const row = await db
    .selectFrom('audit_log')
    .select(['seq', 'at'])
    .where('seq', '<=', before)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return { seq: 0, at: new Date(0) }
  return row.seq === before ? row : { seq: before, at: row.at }
}

async function readRows(db: Db, found: Found, after: Position | undefined, limit: number): Promise<ShownRow[]> {
  const { organisations } = found
  if (organisations !== 'all' && organisations.length === 0) return []
  const conditions = [...found.conditions]
  if (after) conditions.push(sql`(a.at, a.seq) < (${after.at}, ${after.seq})`)
  const one = organisations !== 'all' && organisations.length <= ONE_BY_ONE
  const rows = one ? newestOfEach(organisations, conditions, limit) : newest(organisations, conditions, limit)
  const shown = await sql<ShownRow>`
    SELECT r.seq, r.at, r.who, r.what, r.subject, r.entry, r.organisation, o.name AS organisation_name
    FROM (${rows}) r LEFT JOIN access_organisations o ON o.id = r.organisation
    ORDER BY r.at DESC, r.seq DESC`.execute(db)
  return shown.rows
}

function newest(organisations: Found['organisations'], conditions: RawBuilder<SqlBool>[], limit: number) {
  const all =
    organisations === 'all' ? conditions : [...conditions, sql<SqlBool>`a.organisation = ANY(${organisations}::int[])`]
  return sql`SELECT a.* FROM audit_log a ${where(all)} ORDER BY a.at DESC, a.seq DESC LIMIT ${limit}`
}

/** However rare the records of these organisations are, no others are read. */
function newestOfEach(organisations: readonly number[], conditions: RawBuilder<SqlBool>[], limit: number) {
  const own = where([sql<SqlBool>`a.organisation = one.id`, ...conditions])
  return sql`
    SELECT each.* FROM unnest(${organisations}::int[]) AS one (id)
    CROSS JOIN LATERAL (SELECT a.* FROM audit_log a ${own} ORDER BY a.at DESC, a.seq DESC LIMIT ${limit}) each
    ORDER BY each.at DESC, each.seq DESC LIMIT ${limit}`
}

const where = (conditions: readonly RawBuilder<SqlBool>[]) =>
  conditions.length === 0 ? sql`` : sql`WHERE ${sql.join(conditions, sql` AND `)}`
