import { open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Kysely } from 'kysely'
import { makeFolder } from '../make-folder.ts'
import type { Head } from './chain.ts'
import type { AuditTables } from './tables.ts'
import { headOf } from './verify.ts'

/** The end of the log as it was noted at some moment. */
export interface NotedHead extends Head {
  /** ISO moment. */
  readonly at: string
}

/** A file of heads as it was found. */
export interface HeadsFile {
  readonly heads: readonly NotedHead[]
  /** Lines that are no heads; numbers from 1. */
  readonly broken: readonly { readonly line: number; readonly text: string }[]
  /** There is no such file. */
  readonly missing: boolean
}

/** Where heads are noted: outside the database, and best on a disk that can only be added to. */
export const headsFile = (config: { readonly dataDir: string; readonly auditAnchor?: string | undefined }): string =>
  config.auditAnchor ?? join(config.dataDir, 'audit', 'heads.jsonl')

/** A head as a line of such a file, without its line end. */
export const headLine = ({ at, seq, hash }: NotedHead): string => JSON.stringify({ at, seq, hash })

/**
 * Notes where the log ends now: in the database, then as a line that is added to the file and is on the disk when this
 * returns; lines are never written anew. An empty log is not noted.
 */
export async function noteHead(db: Kysely<AuditTables>, path: string, now: Date = new Date()): Promise<void> {
  const head = await headOf(db)
  if (!head) return
  const noted: NotedHead = { at: now.toISOString(), seq: head.seq, hash: head.hash }
  await db
    .insertInto('audit_heads')
    .values({ ...noted, at: now })
    .onConflict((same) => same.doNothing())
    .execute()
  makeFolder(dirname(path), 0o700)
  await using file = await open(path, 'a', 0o600)
  // The line end before it keeps a line that was broken off to itself.
  await file.appendFile(`\n${headLine(noted)}\n`)
  await file.sync()
}

/** The heads that the database keeps, in their order; none in one that is older than they are. */
export async function keptHeads(db: Kysely<AuditTables>): Promise<NotedHead[]> {
  const tables = await db.introspection.getTables()
  if (!tables.some(({ name }) => name === 'audit_heads')) return []
  const rows = await db.selectFrom('audit_heads').selectAll().orderBy('at').orderBy('seq').execute()
  return rows.map(({ at, seq, hash }) => ({ at: at.toISOString(), seq, hash }))
}

export async function readHeads(path: string): Promise<HeadsFile> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return { heads: [], broken: [], missing: true }
  const lines = text.split('\n').map((line, index) => ({ line: index + 1, text: line, head: parseHead(line) }))
  return {
    heads: lines.flatMap(({ head }) => head ?? []),
    broken: lines.filter((one) => one.head === undefined && one.text !== '').map(({ line, text }) => ({ line, text })),
    missing: false,
  }
}

function parseHead(line: string): NotedHead | undefined {
  try {
    const { at, seq, hash } = JSON.parse(line)
    const isHead = typeof at === 'string' && Number.isSafeInteger(seq) && seq > 0 && typeof hash === 'string'
    return isHead ? { at, seq, hash } : undefined
  } catch {
    return undefined
  }
}
