import type { Kysely } from 'kysely'
import type { AuditRow, AuditTables } from './tables.ts'
import { rowsOf } from './verify.ts'

/** The whole log as JSON lines, to be kept elsewhere and checked without the database. */
export async function* auditLines(db: Kysely<AuditTables>): AsyncGenerator<string> {
  for await (const row of rowsOf(db)) yield `${JSON.stringify(row)}\n`
}

/** Rows out of such lines (without their line ends), for `followChain`. A line that is no row ends in an error that names it. */
export async function* readAuditLines(lines: AsyncIterable<string>): AsyncGenerator<AuditRow> {
  let number = 0
  for await (const line of lines) {
    number++
    if (line !== '') yield readRow(line, number)
  }
}

function readRow(line: string, number: number): AuditRow {
  try {
    const { seq, at, who, what, subject, entry, hash } = JSON.parse(line)
    return { seq: Number(seq), at: new Date(at), who, what, subject, entry: String(entry), hash }
  } catch (error) {
    throw new Error(`Строка ${number}: это не запись журнала.`, { cause: error })
  }
}
