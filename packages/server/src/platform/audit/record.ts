import type { AuditEventName } from '@otklik/model/access'
import type { Transaction } from 'kysely'
import { waitForLock } from '../postgres/locks.ts'
import type { Tx } from '../postgres/open.ts'
import type { Actor } from './actor.ts'
import { canonicalJson } from './canonical.ts'
import { chainHash, START } from './chain.ts'
import type { AuditTables } from './tables.ts'

/** One write, as it is to be remembered. Secrets (passwords, tokens) never belong in `before` and `after`. */
export interface AuditEvent {
  readonly who: Actor
  /** For which organisation, where who does it acts in none: the installation itself, its command line. */
  readonly organisation?: number
  readonly what: AuditEventName
  /** `thing:id` */
  readonly subject: string
  readonly before?: unknown
  readonly after?: unknown
  readonly from?: { readonly address: string; readonly request: string }
  /** By default now. */
  readonly at?: Date
}

/**
 * Appends to the chain inside the caller's transaction: the write and its record are kept or lost together. Writers
 * queue here until commit, so call it last.
 */
export async function recordAudit(tx: Tx, event: AuditEvent): Promise<void> {
  const log: Transaction<AuditTables> = tx
  await waitForLock(tx, 'audit')
  const last = await log
    .selectFrom('audit_log')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const seq = (last?.seq ?? 0) + 1
  const { who, what, at = new Date() } = event
  const row = {
    seq,
    at,
    who: nameOf(who),
    what,
    subject: printable(event.subject),
    organisation: organisationOf(event),
  }
  const { before = null, after = null, from = null } = event
  const entry = canonicalJson({ ...row, actor: actorOf(who), before, after, from })
  await log
    .insertInto('audit_log')
    .values({ ...row, entry, hash: chainHash(last?.hash ?? START, entry) })
    .execute()
}

/** PostgreSQL keeps no zero characters. */
const printable = (text: string) => text.replaceAll('\0', '\uFFFD')

/** What people and keys do stands where they act, whatever it is for. */
function organisationOf({ who, organisation }: AuditEvent): number | null {
  if (who === 'system' || who.kind === 'operator') return organisation ?? null
  if (who.kind === 'user') return who.as?.organisation.id ?? null
  return who.kind === 'machine' ? who.organisation : null
}

/** As the column `who` and the filters of the list have it: `user:…`, `machine:…`, `operator`, `system`, `nobody`. */
export function nameOf(who: Actor): string {
  if (who === 'system') return 'system'
  return who.kind === 'user' || who.kind === 'machine' ? `${who.kind}:${who.id}` : who.kind
}

/** The name and the role as they were at the time: people are renamed, the log is not. */
function actorOf(who: Actor): unknown {
  if (who === 'system') return null
  if (who.kind === 'user') {
    const { login, name, as, session } = who
    return { login, name, role: as?.role, organisation: as?.organisation.id, in: as?.organisation.name, session }
  }
  if (who.kind === 'machine') return { name: who.label, supplier: who.supplier, organisation: who.organisation }
  return null
}
