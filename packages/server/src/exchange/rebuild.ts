import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { recordAudit } from '../platform/audit/index.ts'
import type { Tx } from '../platform/postgres/open.ts'
import { clearFigures } from '../facts/index.ts'
import type { ImportParts } from './importing/import-batch.ts'
import { batchLimits, type ImportQueue } from './importing/import-waiting.ts'
import { inStates, type LedgerRow } from './packages/ledger.ts'
import { cutBatch } from './packages/next-batch.ts'

/**
 * Makes everything in ClickHouse again from the files of the packages that are in, in their order, by their kept receipts;
 * the register stays as it is. Killed in the middle, it goes on with the next import.
 * The caller has seen to it that nobody else imports meanwhile.
 * @returns how many packages are in again, or the names of folders that are not there: then nothing was touched.
 */
export async function rebuild(
  parts: ImportParts,
  imports: ImportQueue,
): Promise<{ packages: number; missing: readonly string[] }> {
  await imports.run()
  const { db, ch, dataDir } = parts
  const rows = await db
    .selectFrom('exchange_packages')
    .selectAll()
    .where('state', 'in', inStates)
    .orderBy('id')
    .execute()
  const missing = rows.map(({ folder }) => folder).filter((folder) => !existsSync(join(dataDir, folder, 'files')))
  if (missing.length > 0) return { packages: 0, missing }
  await db.transaction().execute(async (tx) => {
    for (const batch of batches(rows)) await takeUp(tx, batch)
    const after = { packages: rows.length }
    await recordAudit(tx, { who: 'system', what: 'figures.rebuilt', subject: 'installation', after })
  })
  await clearFigures(ch)
  await imports.run()
  return { packages: rows.length, missing }
}

function batches(rows: readonly LedgerRow[]): LedgerRow[][] {
  const cut: LedgerRow[][] = []
  for (let from = 0; from < rows.length; from += cut.at(-1)?.length ?? 1)
    cut.push(cutBatch(rows.slice(from), batchLimits))
  return cut
}

/** As if a process had died right after their receipts were kept. */
async function takeUp(tx: Tx, rows: readonly LedgerRow[]): Promise<void> {
  const ids = rows.map(({ id }) => id)
  const set = { state: 'working', phase: 'storing', batch: Math.min(...ids) } as const
  await tx.updateTable('exchange_packages').set(set).where('id', 'in', ids).execute()
}
