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
/** `entry`: the text or the hash was changed; `columns`: a column no longer says what the entry says; `gap`: rows are missing or inserted; `head`: the end noted elsewhere is not there. */
export type AuditFault = 'entry' | 'columns' | 'gap' | 'head'

/**
 * Follows the chain over rows in the order of `seq`, from the first. A cut-off end cannot be seen in the rows
 * themselves: pass the head that was noted elsewhere (`expected`) to find it.
 */
export async function followChain(rows: AsyncIterable<AuditRow>, expected?: Head): Promise<AuditVerdict> {
  let head: Head = { seq: 0, hash: START }
  let expectedFound = expected === undefined || expected.seq === 0
  for await (const row of rows) {
    const why = faultOf(row, head)
    if (why !== undefined) return { ok: false, seq: head.seq + 1, why }
    head = { seq: row.seq, hash: row.hash }
    if (expected?.seq !== row.seq) continue
    if (expected.hash !== row.hash) return { ok: false, seq: row.seq, why: 'head' }
    expectedFound = true
  }
  if (!expectedFound) return { ok: false, seq: head.seq + 1, why: 'head' }
  return { ok: true, rows: head.seq, head }
}

function faultOf(row: AuditRow, head: Head): AuditFault | undefined {
  if (row.seq !== head.seq + 1) return 'gap'
  if (chainHash(head.hash, row.entry) !== row.hash) return 'entry'
  return repeats(row) ? undefined : 'columns'
}

function repeats(row: AuditRow): boolean {
  const said: unknown = JSON.parse(row.entry)
  if (typeof said !== 'object' || said === null) return false
  const columns = { seq: row.seq, at: row.at.toISOString(), who: row.who, what: row.what, subject: row.subject }
  const entry = new Map(Object.entries(said))
  return Object.entries(columns).every(([name, value]) => entry.get(name) === value)
}
