import { createHash } from 'node:crypto'
import type { AuditRow } from './tables.ts'

/** The hash before the first row. */
export const START = '0'.repeat(64)

/** SHA-256 over the previous row's hash and the entry, in hex. */
export function chainHash(previous: string, entry: string): string {
  return createHash('sha256').update(`${previous}\n${entry}`, 'utf8').digest('hex')
}

export interface Head {
  readonly seq: number
  readonly hash: string
}
export type AuditVerdict =
  | { readonly ok: true; readonly rows: number; readonly head: Head }
  | { readonly ok: false; readonly seq: number; readonly why: AuditFault }
/**
 * `entry`: the text or the hash was changed; `columns`: a column no longer says what the entry says; `gap`: rows are
 * missing or were put in; `cut`: the log ends before a head that was noted; `head`: a row is not the one that was noted.
 */
export type AuditFault = 'entry' | 'columns' | 'gap' | 'cut' | 'head'

/**
 * Follows the chain over rows in the order of `seq`, from the first. A cut-off end, or one that was written anew with
 * all its hashes, can't be seen in the rows themselves: `noted` are the heads that were written down elsewhere.
 */
export async function followChain(rows: AsyncIterable<AuditRow>, noted: readonly Head[] = []): Promise<AuditVerdict> {
  const expected = new Map(noted.map(({ seq, hash }) => [seq, hash]))
  // Two notes of one row that say different things: at least one is not of this log.
  const torn = noted.find(({ seq, hash }) => expected.get(seq) !== hash)
  if (torn) return { ok: false, seq: torn.seq, why: 'head' }
  let head: Head = { seq: 0, hash: START }
  for await (const row of rows) {
    const why = faultOf(row, head)
    if (why !== undefined) return { ok: false, seq: head.seq + 1, why }
    head = { seq: row.seq, hash: row.hash }
    const hash = expected.get(row.seq)
    if (hash !== undefined && hash !== row.hash) return { ok: false, seq: row.seq, why: 'head' }
  }
  const last = Math.max(0, ...expected.keys())
  if (last > head.seq) return { ok: false, seq: head.seq + 1, why: 'cut' }
  return { ok: true, rows: head.seq, head }
}

function faultOf(row: AuditRow, head: Head): AuditFault | undefined {
  if (row.seq !== head.seq + 1) return 'gap'
  if (chainHash(head.hash, row.entry) !== row.hash) return 'entry'
  return repeats(row) ? undefined : 'columns'
}

function repeats({ seq, at, who, what, subject, organisation, entry }: AuditRow): boolean {
  const said = parsed(entry)
  const when = Number.isNaN(at.getTime()) ? '' : at.toISOString()
  const columns = { seq, at: when, who, what, subject }
  return (
    Object.entries(columns).every(([name, value]) => said.get(name) === value) &&
    // Entries from before this column say nothing of it, and a log that this version has not opened yet has no such column.
    (said.get('organisation') ?? null) === (organisation ?? null)
  )
}

function parsed(entry: string): ReadonlyMap<string, unknown> {
  try {
    const said: unknown = JSON.parse(entry)
    return new Map(typeof said === 'object' && said !== null ? Object.entries(said) : [])
  } catch {
    return new Map()
  }
}
