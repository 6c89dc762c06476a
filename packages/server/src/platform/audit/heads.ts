import { mkdirSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Kysely } from 'kysely'
import type { Head } from './chain.ts'
import type { AuditTables } from './tables.ts'
import { headOf } from './verify.ts'

/** The end of the log as it was noted at some moment. */
export interface NotedHead extends Head {
  /** ISO moment. */
  readonly at: string
}

/** Where heads are noted: outside the database, and best on a disk that can only be added to. */
export const headsFile = (config: { readonly dataDir: string; readonly auditAnchor?: string | undefined }): string =>
  config.auditAnchor ?? join(config.dataDir, 'audit', 'heads.jsonl')

/**
 * Notes where the log ends now: a line is added to the file and is on the disk when this returns; lines are never
 * written anew. An empty log is not noted.
 */
export async function noteHead(db: Kysely<AuditTables>, path: string, now: Date = new Date()): Promise<void> {
  const head = await headOf(db)
  if (!head) return
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const noted: NotedHead = { at: now.toISOString(), seq: head.seq, hash: head.hash }
  await using file = await open(path, 'a', 0o600)
  // The line end before it keeps a line that was broken off to itself.
  await file.appendFile(`\n${JSON.stringify(noted)}\n`)
  await file.sync()
}

/** The heads in a file, in their order; none where there is no file. A line broken off by a power cut is left out. */
export async function readHeads(path: string): Promise<NotedHead[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  // A line without its end is one that a power cut broke off.
  return text
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map(parseHead)
}

/** A damaged line counts as a head that no log has. */
function parseHead(line: string): NotedHead {
  try {
    const { at, seq, hash } = JSON.parse(line)
    if (typeof at === 'string' && Number.isSafeInteger(seq) && seq > 0 && typeof hash === 'string')
      return { at, seq, hash }
  } catch {
    // Said below.
  }
  return { at: '', seq: 1, hash: 'damaged' }
}
