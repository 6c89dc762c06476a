import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { isSetAsideColumn, messageOf, samplesPerCode, setAsideColumns, shown, trimCell } from '@otklik/model/exchange'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import { rowsIn } from '../../platform/clickhouse/rows-in.ts'
import type { Check } from '../checking/check.ts'
import { lastDayOf } from '../checking/moments.ts'
import { checkSettings } from '../checking/query.ts'
import { csvPieces } from '../writing/csv.ts'
import { type StagedFile, titleOf } from './stage-file.ts'

/** What is wrong in a file, told while its rows are written out. */
export interface Issues {
  readonly codes: Map<string, number>
  readonly samples: { row: number; line: number; column: string; value: string; code: string; message: string }[]
}
const noIssues = (): Issues => ({ codes: new Map(), samples: [] })

interface BadRow {
  readonly package: number
  readonly file: number
  readonly row: number
  readonly cells: readonly string[]
  readonly issues: readonly (readonly [check: number, part: number])[]
}
/** A file with rows set aside, and where they are to be written; undefined: nowhere. */
export interface SetAside {
  readonly file: StagedFile
  readonly path: string | undefined
}

/**
 * Says of every row set aside what is wrong with it and, where a path is given, writes them to a CSV of the same kind with
 * `_row`, `_codes` and `_messages` appended, in place of those that an earlier such file had. A row of a wrong width stays
 * of a wrong width.
 * @returns the issues per file, in the order given.
 */
export async function describeSetAside(ch: ClickHouse, asides: readonly SetAside[]): Promise<Issues[]> {
  const found = new Map(asides.map(({ file }) => [file, noIssues()]))
  // Files laid out alike are asked for together: planning the question costs more than the few rows it finds.
  for (const alike of Map.groupBy(asides, ({ file }) => file.check?.aside.issues).values()) {
    const rows = new Rows(badRows(ch, alike))
    for (const { file, path } of alike) {
      const lines = describeRows(rows.of(file), file, found.get(file) ?? noIssues())
      const target = path && createWriteStream(path, { mode: 0o600, flush: true })
      if (target)
        await pipeline(
          csvPieces([...withoutOwn(file.titles, file.titles), ...setAsideColumns], lines, forPeople),
          target,
        )
      else for await (const _ of lines);
    }
  }
  return asides.flatMap(({ file }) => found.get(file) ?? [])
}

async function* badRows(ch: ClickHouse, alike: readonly SetAside[]): AsyncGenerator<BadRow> {
  const [first] = alike
  if (!first?.file.check) return
  const params = {
    packages: alike.map(({ file }) => file.package),
    files: alike.map(({ file }) => file.file),
    last_days: alike.map(({ file }) => lastDayOf(file.date)),
  }
  const stream = await ch.stream(first.file.check.aside.issues, 'JSONEachRow', params, checkSettings)
  yield* rowsIn<BadRow>(stream)
}

/** The file is opened in a spreadsheet: formulas in it must not run. What lames them is taken off again when it is sent back. */
const forPeople = { neutralise: true }

/** Rows sorted by file, handed out file by file. */
class Rows {
  readonly #rows: AsyncGenerator<BadRow>
  #next: BadRow | undefined

  constructor(rows: AsyncGenerator<BadRow>) {
    this.#rows = rows
  }

  async *of(file: StagedFile): AsyncGenerator<BadRow> {
    for (;;) {
      this.#next ??= (await this.#rows.next()).value ?? undefined
      const row = this.#next
      if (!row || row.package !== file.package || row.file !== file.file) return
      this.#next = undefined
      yield row
    }
  }
}

async function* describeRows(
  rows: AsyncIterable<BadRow>,
  file: StagedFile,
  issues: Issues,
): AsyncGenerator<readonly string[]> {
  const { check, titles } = file
  for await (const { row, cells, issues: found } of rows) {
    const told = found.flatMap(([index, part]) => {
      const problem = check?.checks[index]
      return problem ? [tell(file, cells, problem, part)] : []
    })
    count(issues, { row, line: file.lineOf(row) }, told)
    const codes = [...new Set(told.map(({ code }) => code))]
    const messages = told.map(({ column, message }) => (column === '' ? message : `${column}: ${message}`))
    yield [
      ...withoutOwn(aligned(cells, titles.length), titles),
      String(row),
      codes.join('|'),
      messages.join(' '),
      ...excess(cells, titles.length),
    ]
  }
}

/** Without the cells under the columns that are appended anew. */
const withoutOwn = (cells: readonly string[], titles: readonly string[]): readonly string[] =>
  titles.some(isSetAsideColumn) ? cells.filter((_, at) => !isSetAsideColumn(titles[at] ?? '')) : cells

const aligned = (cells: readonly string[], width: number): string[] => [
  ...cells.slice(0, width),
  ...Array<string>(Math.max(0, width - cells.length)).fill(''),
]
/** What makes a row of a wrong width stay one: sent back as it is, it must not be taken for a row with empty cells. */
const excess = (cells: readonly string[], width: number): readonly string[] =>
  cells.length < width ? [''] : cells.slice(width)

interface Told {
  readonly code: string
  readonly column: string
  readonly value: string
  readonly message: string
}

/** The n-th of the values of a cell, counted from 1; 0: the cell is one value. */
const partOf = (cell: string, part: number): string =>
  part === 0
    ? trimCell(cell)
    : (cell
        .split('|')
        .map(trimCell)
        .filter((value) => value !== '')[part - 1] ?? '')

function tell(
  { check, titles, kind }: StagedFile,
  cells: readonly string[],
  { code, column }: Check,
  part: number,
): Told {
  const width = check?.layout.width ?? 0
  const event = check?.layout.events.find((candidate) => candidate.column.title === column)
  const near = check?.layout.misspelt.find(({ title }) => title === column)
  const position = check?.layout.positions.get(column) ?? event?.position ?? near?.position
  const cell = position === undefined ? '' : (cells[position] ?? '')
  const value = code === 'row_width' ? String(cells.length) : partOf(cell, part)
  const message = messageOf(code, { column, value, width, kind: kind ?? undefined, meant: near?.meant })
  return { code, column: column === '' ? '' : titleOf({ check, titles }, column), value: shown(value), message }
}

function count({ codes, samples }: Issues, place: { row: number; line: number }, told: readonly Told[]): void {
  for (const code of new Set(told.map((one) => one.code))) {
    const before = codes.get(code) ?? 0
    codes.set(code, before + 1)
    const first = told.find((one) => one.code === code)
    if (before < samplesPerCode && first) samples.push({ ...place, ...first })
  }
}
