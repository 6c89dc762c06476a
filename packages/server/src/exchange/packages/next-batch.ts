import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import type { LedgerRow } from './ledger.ts'

/** How much is put in together. */
export interface BatchLimits {
  readonly packages: number
  readonly bytes: number
  /** While several suppliers wait, a package has to wait for what goes in with it: less of it, and little of a backlog. */
  readonly shared: {
    readonly bytes: number
    /** The second and further packages of a supplier are added up to here. */
    readonly backlogBytes: number
  }
}

/**
 * What is to be put in next. Packages that were being put in when a process died come first, all of one batch. Else one of
 * each supplier that waits, its oldest, then a second of each, and so on: nobody's backlog holds up another's package.
 * @param served suppliers in the order in which they were last served; who was not stands before them.
 */
export async function nextBatch(db: Db, most: BatchLimits, served: readonly string[] = []): Promise<LedgerRow[]> {
  const broken = await db
    .selectFrom('exchange_packages')
    .selectAll()
    .where('state', '=', 'working')
    .orderBy('id')
    .execute()
  const begun = broken.filter(({ receipt }) => receipt !== null)
  if (begun.length > 0) return begun.filter(({ batch }) => batch === begun[0]?.batch)
  // One that broke an import before is tried alone, so that it can't take others down with it.
  const again = broken[0]
  if (again) return [again]
  const waiting = await waitingInTurn(db, most.packages, served)
  const shared = new Set(waiting.map(({ supplier }) => supplier)).size > 1
  const alone = { bytes: most.bytes, backlogBytes: most.bytes }
  const batch = fairBatch(waiting, { packages: most.packages, ...(shared ? most.shared : alone) })
  // Whatever is put in together goes in by the order of arrival.
  return batch.toSorted((a, b) => a.id - b.id)
}

async function waitingInTurn(db: Db, limit: number, served: readonly string[]): Promise<LedgerRow[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM (
      SELECT id, supplier, row_number() OVER (PARTITION BY supplier ORDER BY id) AS turn
      FROM exchange_packages WHERE state = 'waiting'
    ) AS waiting
    ORDER BY turn, array_position(${[...served]}::text[], supplier) NULLS FIRST, id LIMIT ${limit}`.execute(db)
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const found = await db.selectFrom('exchange_packages').selectAll().where('id', 'in', ids).execute()
  const byId = new Map(found.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Those of the list that go in together, the first at least: what is too large for it waits, and so does what its supplier sent after it. */
export function fairBatch<Row extends Pick<LedgerRow, 'supplier' | 'bytes'>>(
  rows: readonly Row[],
  most: Pick<BatchLimits, 'packages'> & BatchLimits['shared'],
): Row[] {
  const taken: Row[] = []
  const begun = new Set<string>()
  const held = new Set<string>()
  let bytes = 0
  for (const row of rows) {
    const limit = begun.has(row.supplier) ? most.backlogBytes : most.bytes
    const full = taken.length > 0 && (taken.length >= most.packages || bytes + row.bytes > limit)
    begun.add(row.supplier)
    if (full) held.add(row.supplier)
    if (held.has(row.supplier)) continue
    taken.push(row)
    bytes += row.bytes
  }
  return taken
}

/** The first packages of the list that go in together: one at least. */
export function cutBatch(rows: readonly LedgerRow[], most: Pick<BatchLimits, 'packages' | 'bytes'>): LedgerRow[] {
  let bytes = 0
  const end = rows.findIndex((row, index) => {
    bytes += row.bytes
    return index > 0 && (bytes > most.bytes || index >= most.packages)
  })
  return rows.slice(0, end < 0 ? rows.length : end)
}

/** Whether a supplier other than these has a package in the queue. */
export async function isAwaitedByOthers(db: Db, suppliers: ReadonlySet<string>): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    SELECT EXISTS (SELECT 1 FROM exchange_packages WHERE state = 'waiting'
      AND NOT supplier = ANY (${[...suppliers]}::text[])) AS there`.execute(db)
  return rows[0]?.there ?? false
}

/** The order of serving after a batch: whose package was in it goes to the end. */
export function servedAfter(served: readonly string[], batch: readonly Pick<LedgerRow, 'supplier'>[]): string[] {
  const now = [...new Set(batch.map(({ supplier }) => supplier))]
  return [...served.filter((supplier) => !now.includes(supplier)), ...now]
}
