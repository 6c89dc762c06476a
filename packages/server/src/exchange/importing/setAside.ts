import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createInterface } from 'node:readline'
import { messageOf, samplesPerCode, setAsideColumns, shown } from '@otklik/model/exchange'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import type { Check } from '../checking/check.ts'
import { lastDayOf } from '../checking/moments.ts'
import { checkSettings } from '../checking/query.ts'
import { csvPieces } from '../writing/csv.ts'
import type { StagedFile } from './stageFile.ts'

/** What is wrong in a file, told while its rows are written out. */
export interface Issues {
  readonly codes: Map<string, number>
  readonly samples: { row: number; column: string; value: string; code: string; message: string }[]
}
interface BadRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly issues: readonly number[]
}

/**
 * Says of every row set aside what is wrong with it and, where a path is given, writes them to a CSV of the same kind with
 * `_row`, `_codes` and `_messages` appended. A row with more cells than the header keeps the extra ones after those.
 */
export async function describeSetAside(ch: ClickHouse, staged: StagedFile, path: string | undefined): Promise<Issues> {
  const issues: Issues = { codes: new Map(), samples: [] }
  const rows = describeRows(ch, staged, issues)
  if (path) await pipeline(csvPieces([...staged.titles, ...setAsideColumns], rows), createWriteStream(path, { flush: true }))
  else for await (const _ of rows);
  return issues
}

async function* describeRows(ch: ClickHouse, staged: StagedFile, issues: Issues): AsyncGenerator<readonly string[]> {
  const { check, titles } = staged
  if (!check) return
  const params = { package: staged.package, file: staged.file, last_day: lastDayOf(staged.date) }
  const stream = await ch.stream(check.issuesSql, 'JSONEachRow', params, checkSettings)
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    const { row, cells, issues: found } = JSON.parse(line) as BadRow
    const wrong = found.flatMap((index) => check.checks[index] ?? [])
    const told = wrong.map((problem) => tell(staged, cells, problem))
    count(issues, row, told)
    const codes = [...new Set(told.map(({ code }) => code))]
    const messages = told.map(({ column, message }) => (column === '' ? message : `${column}: ${message}`))
    const width = titles.length
    const own = [...cells.slice(0, width), ...Array<string>(Math.max(0, width - cells.length)).fill('')]
    yield [...own, String(row), codes.join('|'), messages.join(' '), ...cells.slice(width)]
  }
}

interface Told {
  readonly code: string
  readonly column: string
  readonly value: string
  readonly message: string
}

function tell({ check, titles, kind }: StagedFile, cells: readonly string[], { code, column }: Check): Told {
  const width = check?.layout.width ?? 0
  const event = check?.layout.events.find((candidate) => candidate.column.title === column)
  const position = check?.layout.positions.get(column) ?? event?.position
  const cell = position === undefined ? '' : (cells[position] ?? '')
  const value = code === 'row_width' ? String(cells.length) : cell.trim()
  const title = column === '' ? '' : (titles[position ?? -1]?.trim() ?? column)
  const message = messageOf(code, { column, value, width, kind: kind ?? undefined })
  return { code, column: title || column, value: shown(value), message }
}

function count({ codes, samples }: Issues, row: number, told: readonly Told[]): void {
  for (const code of new Set(told.map((one) => one.code))) {
    const before = codes.get(code) ?? 0
    codes.set(code, before + 1)
    const first = told.find((one) => one.code === code)
    if (before < samplesPerCode && first) samples.push({ row, ...first })
  }
}
