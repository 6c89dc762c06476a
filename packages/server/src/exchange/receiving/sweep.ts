import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '../../platform/postgres/open.ts'

/**
 * Removes folders of uploads that a killed server never entered into the ledger: their senders got no answer and send them
 * again. Only for a server that has its data directory to itself, before it takes uploads. @returns how many.
 */
export async function sweepUploads({ db, dataDir }: { readonly db: Db; readonly dataDir: string }): Promise<number> {
  const root = join(dataDir, 'files')
  if (!existsSync(root)) return 0
  const rows = await db.selectFrom('exchange_packages').select('folder').execute()
  const known = new Set(rows.map(({ folder }) => folder))
  let removed = 0
  for (const month of await readdir(root)) {
    for (const name of await readdir(join(root, month))) {
      if (known.has(join('files', month, name))) continue
      await rm(join(root, month, name), { recursive: true, force: true })
      removed++
    }
  }
  return removed
}
