import type { Outcome } from '@otklik/model/appeals'
import { sql } from 'kysely'
import { complaintsMark, type PackageComplaint, readComplaints } from '../../facts/index.ts'
import { bySystem } from '../../platform/audit/index.ts'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import { jobKind } from '../../platform/jobs/queues.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { type BulkAppeal, insertAppeals } from '../loads/insert.ts'

/** Lets the register follow the complaints of the daily packages; they are never edited here. */
export const complaintsJob = jobKind<Record<string, never>>('appeals.complaints')

/** Follows where anything can have changed since the last time in this process. */
export function complaintsFollower(db: Db, ch: ClickHouse): () => Promise<void> {
  let last = ''
  return async () => {
    const mark = await complaintsMark(ch)
    if (mark === last) return
    await followComplaints(db, await readComplaints(ch))
    last = mark
  }
}

/**
 * Each complaint once: new ones are registered on the day on which they were accepted, corrected ones change, and those
 * that are in no package any more do not count. Complaints of services without an authority wait until it is known.
 */
export const followComplaints = (db: Db, complaints: readonly PackageComplaint[]): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const authorities = await authoritiesOf(tx)
    const rows = await tx
      .selectFrom('appeals')
      .select(['id', 'fact_key', 'outcome', 'answered', 'state'])
      .where('fact_key', 'is not', null)
      .execute()
    const known = new Map(rows.map((row) => [row.fact_key, row]))
    const added: BulkAppeal[] = []
    for (const complaint of complaints) {
      const key = keyOf(complaint)
      const row = known.get(key)
      known.delete(key)
      const authority = authorities.get(complaint.service)
      const { outcome, answered } = decided(complaint)
      if (row === undefined) {
        if (authority !== undefined) added.push(appealOf(complaint, authority, key))
      } else if (row.outcome !== outcome || row.answered !== answered || row.state === 'void')
        await correct(tx, row.id, { outcome, answered })
    }
    await insertAppeals(tx, added, bySystem())
    // An empty store is one that is being filled again, not one without complaints.
    if (complaints.length > 0)
      await leaveOut(
        tx,
        [...known.values()].map(({ id }) => id),
      )
  })

const keyOf = ({ request, acceptedAt }: PackageComplaint): string => `${request} ${acceptedAt}`

async function authoritiesOf(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('register_services')
    .select(['service_id', 'authority_id'])
    .where('authority_id', 'is not', null)
    .orderBy('subservice_id', 'desc')
    .execute()
  return new Map(rows.map(({ service_id, authority_id }) => [service_id, authority_id ?? 0]))
}

/** Upheld is satisfied, rejected is refused; of both the later. */
function decided({ upheld, rejected }: PackageComplaint): { outcome: Outcome | null; answered: string | null } {
  if (upheld === null && rejected === null) return { outcome: null, answered: null }
  const satisfied = rejected === null || (upheld !== null && upheld >= rejected)
  return satisfied ? { outcome: 'satisfied', answered: upheld } : { outcome: 'refused', answered: rejected }
}

function appealOf(complaint: PackageComplaint, authority: number, fact_key: string): BulkAppeal {
  const { request, acceptedAt, service } = complaint
  const day = acceptedAt.slice(0, 10)
  return {
    authority,
    masked: '',
    appeal: {
      number: '',
      service,
      kind: 'pretrial',
      source: 'package',
      received: day,
      registered: day,
      rule: '210.answer',
      extended_by: 0,
      ...decided(complaint),
      closed: null,
      topics: [],
      duplicate_of: null,
      void: false,
      asked: null,
      solved: null,
      reopened: 0,
    },
    more: { fact_key, request_id: request },
  }
}

async function correct(
  tx: Tx,
  id: number,
  { outcome, answered }: { outcome: Outcome | null; answered: string | null },
): Promise<void> {
  const state = answered === null ? 'registered' : 'answered'
  const change = { outcome, answered, last_answered: answered, closed: null, state } as const
  await tx.updateTable('appeals').set(change).where('id', '=', id).execute()
}

async function leaveOut(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('appeals')
    .set({ state: 'void' })
    .where(sql<boolean>`id = ANY(${[...ids]}::integer[])`)
    .execute()
}
