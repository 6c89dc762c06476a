import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { BackupError } from './errors.ts'

/** A file to copy, by its path from the data directory. */
export interface FileToCopy {
  readonly path: string
  readonly bytes: number
}

/**
 * The files that the ledger names in the client's transaction: what came, and the set-aside rows of packages that have
 * their receipt. Both stay as they are from then on; whatever else an import is just writing is written again by it.
 */
export async function filesOfLedger(client: pg.Client, dataDir: string): Promise<FileToCopy[]> {
  const { rows } = await client.query<{ folder: string; judged: boolean }>(
    'SELECT folder, receipt IS NOT NULL AS judged FROM exchange_packages ORDER BY id',
  )
  const found: FileToCopy[] = []
  for (const { folder, judged } of rows) {
    const inside = join(dataDir, folder)
    if (!existsSync(join(inside, 'files')))
      throw new BackupError(
        `Нет файлов принятого пакета: ${join(inside, 'files')}. Верните папку на место и повторите.`,
      )
    const aside = judged ? (await readdir(inside)).filter((name) => /^set-aside-\d+\.csv$/.test(name)) : []
    const came = (await readdir(join(inside, 'files'))).map((name) => join('files', name))
    for (const name of [...came, ...aside]) found.push(await sized(dataDir, join(folder, name)))
  }
  return found
}

/** The keys of the installation: without them what the records hold sealed can't be read. */
export async function filesOfKeys(dataDir: string): Promise<FileToCopy[]> {
  const names = existsSync(join(dataDir, 'keys')) ? await readdir(join(dataDir, 'keys')) : []
  return Promise.all(names.map((name) => sized(dataDir, join('keys', name))))
}

const sized = async (dataDir: string, path: string): Promise<FileToCopy> => ({
  path,
  bytes: (await stat(join(dataDir, path))).size,
})
