import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { recordAudit } from '../platform/audit/index.ts'
import { clearFigures } from '../facts/index.ts'
import type { ImportParts } from './importing/import-batch.ts'
import type { ImportQueue } from './importing/import-waiting.ts'
import { takeUp } from './importing/take-up.ts'
import { inStates } from './packages/ledger.ts'

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
    await takeUp(tx, rows)
    const after = { packages: rows.length }
    await recordAudit(tx, { who: 'system', what: 'figures.rebuilt', subject: 'installation', after })
  })
  await clearFigures(ch)
  await imports.run()
  return { packages: rows.length, missing }
}
