import type { Change } from '@otklik/model/register/api'
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { type Caller, displayName, recordAudit } from '../platform/audit/index.ts'
import { problem, problems } from '../platform/problems/index.ts'
import type { Db, Tx } from '../platform/postgres/open.ts'

export type Kind = 'services' | 'authorities' | 'offices' | 'regions' | 'norms'
export interface RecordChange {
  readonly kind: Kind
  readonly id: string
  /** Null: the record is new. */
  readonly before: unknown
  readonly after: unknown
}
export interface Occasion {
  readonly at: Date
  /** Who is named in the history; a package is named beside. */
  readonly by: string
  readonly package?: number
}

/** Appends to the history inside the caller's transaction, in one statement for any number of records. */
export async function recordChanges(tx: Tx, changes: readonly RecordChange[], occasion: Occasion): Promise<void> {
  if (changes.length === 0) return
  const { at, by, package: from = null } = occasion
  await sql`
    INSERT INTO register_changes (kind, record, at, by, package, before, after)
    SELECT kind, id, ${at}, ${by}, ${from}, nullif(before, 'null'::jsonb), after
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      AS change (kind text, id text, before jsonb, after jsonb)`.execute(tx)
}

/** Who changes a record of the register, and what they were shown of it; absent: nobody compares. */
export interface RecordEditor extends Caller {
  readonly seen?: unknown
}

/**
 * The end of every edit in the desk: the history and the audit, or neither where nothing has changed. Last in its
 * transaction, because writers queue at the audit. Throws `conflict` where a file or somebody else has changed the record
 * since the editor saw it: saving all fields would undo that unseen.
 */
export async function recordEdit(tx: Tx, change: RecordChange, { who, from, at, seen }: RecordEditor): Promise<void> {
  const { kind, id, before, after } = change
  if (isDeepStrictEqual(before, after)) return
  if (seen !== undefined && !isDeepStrictEqual(seen, before)) throw problem(problems.conflict)
  await recordChanges(tx, [change], { at, by: displayName(who) })
  await recordAudit(tx, { who, what: `register.${kind}.saved`, subject: `${kind}:${id}`, before, after, from, at })
}

/** The changes of one record, the latest first. */
export async function readChanges(db: Db, kind: Kind, id: string): Promise<Change[]> {
  const rows = await db
    .selectFrom('register_changes')
    .select(['at', 'by', 'package', 'before', 'after'])
    .where('kind', '=', kind)
    .where('record', '=', id)
    .orderBy('id', 'desc')
    .execute()
  // Written by `recordChanges` from objects.
  return rows.map(({ at, before, after, ...rest }) => ({
    ...rest,
    at: at.toISOString(),
    before: before as Change['before'],
    after: after as Change['after'],
  }))
}
