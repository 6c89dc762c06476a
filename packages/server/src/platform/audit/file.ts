import type { Kysely } from 'kysely'
import { type AuditVerdict, followChain, type Head, START } from './chain.ts'
import type { AuditRow, AuditTables } from './tables.ts'
import { rowsOf } from './verify.ts'

/**
 * The whole log as JSON lines, to be kept elsewhere and checked without the database: a row each, and at the end the
 * head, `{"head":{"seq":…,"hash":"…"}}`, without which the copy is not whole.
 */
export async function* auditLines(db: Kysely<AuditTables>): AsyncGenerator<string> {
  let head: Head = { seq: 0, hash: START }
  for await (const row of rowsOf(db)) {
    head = { seq: row.seq, hash: row.hash }
    yield `${JSON.stringify(row)}\n`
  }
  yield `${JSON.stringify({ head })}\n`
}

/** A line that is neither a row nor a head. The message names it, in Russian. */
export class AuditFileError extends Error {
  override readonly name = 'AuditFileError'
}

/**
 * Follows the chain through such lines (without their line ends).
 * Throws AuditFileError for a line that is none of a log.
 */
export async function verifyAuditLines(
  lines: AsyncIterable<string>,
  noted: readonly Head[] = [],
): Promise<AuditVerdict> {
  const found: { head?: Head } = {}
  const verdict = await followChain(rowsIn(lines, found), noted)
  if (!verdict.ok) return verdict
  const { head } = found
  if (!head || head.seq > verdict.head.seq) return { ok: false, seq: verdict.head.seq + 1, why: 'cut' }
  if (head.seq < verdict.head.seq) return { ok: false, seq: head.seq + 1, why: 'gap' }
  return head.hash === verdict.head.hash ? verdict : { ok: false, seq: head.seq, why: 'head' }
}

async function* rowsIn(lines: AsyncIterable<string>, found: { head?: Head }): AsyncGenerator<AuditRow> {
  let number = 0
  for await (const line of lines) {
    number++
    if (line === '') continue
    // The head is the last line.
    if (found.head) throw notOfALog(number)
    const said = parse(line, number)
    const head = headIn(said)
    if (head) found.head = head
    else yield rowIn(said, number)
  }
}

function parse(line: string, number: number): Map<string, unknown> {
  try {
    const said: unknown = JSON.parse(line)
    if (typeof said === 'object' && said !== null) return new Map(Object.entries(said))
  } catch {
    // Said below.
  }
  throw notOfALog(number)
}

function headIn(said: ReadonlyMap<string, unknown>): Head | undefined {
  const head = said.get('head')
  if (typeof head !== 'object' || head === null || !('seq' in head && 'hash' in head)) return undefined
  return { seq: Number(head.seq), hash: String(head.hash) }
}

function rowIn(said: ReadonlyMap<string, unknown>, number: number): AuditRow {
  const word = (name: string): string => {
    const value = said.get(name)
    if (typeof value === 'string') return value
    throw notOfALog(number)
  }
  const seq = said.get('seq')
  const organisation = said.get('organisation') ?? null
  if (typeof seq !== 'number' || (organisation !== null && typeof organisation !== 'number')) throw notOfALog(number)
  const texts = { who: word('who'), what: word('what'), subject: word('subject') }
  return { seq, at: new Date(word('at')), ...texts, organisation, entry: word('entry'), hash: word('hash') }
}

const notOfALog = (line: number) => new AuditFileError(`Строка ${line} файла: это не запись журнала.`)
