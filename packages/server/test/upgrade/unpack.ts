import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zstdDecompressSync } from 'node:zlib'

const KEPT = fileURLToPath(new URL('kept/', import.meta.url))
const ENDING = '.tar.zst'

/** What stands in a kept installation, as the code that made it told (scripts/keep-installation.mjs). */
export interface Kept {
  readonly commit: string
  readonly password: string
  /** Signs in with the password alone. */
  readonly plain: string
  /** Signs in with the password and a code of the secret. */
  readonly withFactor: string
  readonly secret: string
  readonly supplier: string
  readonly supplierToken: string
  readonly audit: { readonly seq: number; readonly hash: string }
  /** Rows by table, of both stores. */
  readonly rows: Readonly<Record<string, number>>
  readonly migrations: readonly string[]
  readonly schemaSteps: readonly string[]
  readonly indicators: readonly Readonly<Record<string, unknown>>[]
}

/** By the day of the code that made it. */
export const keptNames: readonly string[] = readdirSync(KEPT)
  .filter((name) => name.endsWith(ENDING))
  .map((name) => name.slice(0, -ENDING.length))

export const readKept = (name: string): Kept => JSON.parse(readFileSync(join(KEPT, `${name}.json`), 'utf8'))

/** Puts the data directory of a kept installation into a new folder. */
export function unpack(name: string, folder: string): void {
  mkdirSync(folder)
  // PostgreSQL may run as another user: its parent folder must let it walk through.
  chmodSync(folder, 0o711)
  const input = zstdDecompressSync(readFileSync(join(KEPT, `${name}${ENDING}`)))
  const { status, stderr } = spawnSync('tar', ['-x', '--no-same-owner', '-C', folder], { input })
  if (status !== 0) throw new Error(`tar: ${stderr.toString()}`)
}
