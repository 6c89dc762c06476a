import type { Tx } from '../../platform/postgres/open.ts'
import type { LedgerRow } from '../packages/ledger.ts'
import { cutBatch } from '../packages/next-batch.ts'
import { batchLimits } from './batch-limits.ts'

/** Has packages that are in put in again, in this order and by their kept receipts: as if a process had died right after those were kept. */
export async function takeUp(tx: Tx, rows: readonly LedgerRow[]): Promise<void> {
  for (const batch of batches(rows)) {
    const ids = batch.map(({ id }) => id)
    const set = { state: 'working', phase: 'storing', batch: Math.min(...ids) } as const
    await tx.updateTable('exchange_packages').set(set).where('id', 'in', ids).execute()
  }
}

function batches(rows: readonly LedgerRow[]): LedgerRow[][] {
  const cut: LedgerRow[][] = []
  for (let from = 0; from < rows.length; from += cut.at(-1)?.length ?? 1)
    cut.push(cutBatch(rows.slice(from), batchLimits))
  return cut
}
