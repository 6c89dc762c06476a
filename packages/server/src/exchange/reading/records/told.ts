import { isSetAsideColumn } from '@otklik/model/exchange'
import type { Part } from './find-records.ts'
import type { Header } from './header.ts'
import { LineMap } from './line-map.ts'
import { Notes } from './notes.ts'

/** What is to be told of a file while its records are cut out: where its rows stand, and what was odd about them. */
export class Told {
  readonly notes = new Notes()
  readonly lines = new LineMap()
  #oddEnds = false

  /** @param resaved the file may have been written by another program than this one. */
  header({ line, sepLine, skipped, delimiter, cells }: Header, resaved: boolean): void {
    if (sepLine !== undefined) this.notes.add('sep_line', { row: 0, line: 1, value: sepLine })
    if (skipped.length > 0) this.notes.add('title_rows', { row: 0, line, value: quotedList(skipped) })
    if (delimiter === '|') this.notes.add('pipe_delimiter', { row: 0, line })
    if (resaved && cells.some(isSetAsideColumn)) this.notes.add('resaved_file', { row: 0, line: 0 })
  }

  /** @param line of the file in which the part begins. */
  part(part: Part, firstRow: number, line: number): void {
    this.lines.note(firstRow, line)
    for (const shift of part.shifts) this.lines.note(firstRow + shift.row, line + shift.line)
    for (const row of part.strayRows) this.notes.add('stray_quote', this.#place(firstRow + row))
    for (const row of part.slashedRows) this.notes.add('backslash_quote', this.#place(firstRow + row))
    for (const empty of part.emptyLines) this.notes.add('empty_row', { row: 0, line: line + empty })
    if (part.oddEnds && !this.#oddEnds) this.notes.add('odd_line_ends', { row: 0, line: 0 })
    this.#oddEnds ||= part.oddEnds
  }

  /** Rows from which characters were taken that nobody sees. */
  unseen(rows: readonly number[]): void {
    for (const row of rows) this.notes.add('unseen_characters', this.#place(row))
  }

  #place(row: number): { row: number; line: number } {
    return { row, line: this.lines.lineOf(row) }
  }
}

const quotedList = (lines: readonly string[]): string =>
  lines
    .slice(0, 3)
    .map((line) => `«${line.replace(/[;,\t|]+$/, '')}»`)
    .join(', ') + (lines.length > 3 ? ` и ещё ${lines.length - 3}` : '')
