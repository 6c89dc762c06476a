import { columnLetters, epochs, isoText, numberText, placeOf, withoutEscapes } from './cell-text.ts'
import type { NumberKind } from './number-formats.ts'
import { type Attributes, readXml, type XmlHandler } from './xml.ts'

/** What the cells of all sheets of a workbook refer to. */
export interface Shared {
  /** A text by its number. */
  textAt(index: number): string | undefined
  /** What numbers of a style stand for. */
  kindAt(style: number): NumberKind | undefined
  readonly calendar: 1900 | 1904
}
/** A row with anything in it. */
export interface SheetRow {
  /** As the sheet numbers it, from 1. */
  readonly number: number
  readonly cells: readonly string[]
}
/** What a sheet says besides its rows; whole once they have all been read. */
export interface SheetFacts {
  readonly hiddenColumns: string[]
  /** Rows that are hidden and hold something. */
  hiddenRows: number
  /** The first formula, and the first whose value is not in the file. */
  formula: string | undefined
  unvalued: string | undefined
  /** Areas of merged cells, «A5:B7». */
  readonly merged: string[]
}
export const noFacts = (): SheetFacts => ({
  hiddenColumns: [],
  hiddenRows: 0,
  formula: undefined,
  unvalued: undefined,
  merged: [],
})

/** Columns beyond the last that a sheet can have are no columns. */
const MAX_COLUMN = 16_384
const unformatted: NumberKind = { shows: 'number' }
const booleans: Readonly<Record<string, string>> = { 0: 'ЛОЖЬ', 1: 'ИСТИНА' }

/** The rows of a sheet that have anything in them; formulas are not run: their kept values are read. */
export function sheetRows(pieces: AsyncIterable<Buffer>, shared: Shared, facts: SheetFacts): AsyncGenerator<SheetRow> {
  const reader = new RowReader(shared, facts)
  return readXml(pieces, reader, () => reader.take())
}

class RowReader implements XmlHandler {
  readonly #shared: Shared
  readonly #facts: SheetFacts
  #rows: SheetRow[] = []
  #cells: string[] = []
  #number = 0
  #column = -1
  #hidden = false
  #type = ''
  #kind = unformatted
  #value: string | undefined
  #formula = false
  #inValue = false
  /** In the reading of a Japanese text, which is no part of it. */
  #aside = false

  constructor(shared: Shared, facts: SheetFacts) {
    this.#shared = shared
    this.#facts = facts
  }

  /** What has been read since it was asked last. */
  take(): SheetRow[] {
    return this.#rows.splice(0)
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'rPh') this.#aside = true
    this.#inValue = name === 'v' || (name === 't' && !this.#aside)
    if (this.#inValue) this.#value ??= ''
    else if (name === 'f') this.#formula = true
    else if (name === 'c') this.#openCell(attributes)
    else if (name === 'row') this.#openRow(attributes)
    else if (name === 'col') this.#noteColumns(attributes)
    else if (name === 'mergeCell') this.#facts.merged.push(attributes.ref ?? '')
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text
  }

  close(name: string): void {
    this.#inValue = false
    if (name === 'rPh') this.#aside = false
    if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#closeRow()
  }

  #openRow({ r, hidden }: Attributes): void {
    this.#number = r === undefined ? this.#number + 1 : Number(r)
    this.#hidden = isOn(hidden)
    this.#column = -1
    this.#cells = []
  }

  #openCell({ r, t = 'n', s = '0' }: Attributes): void {
    this.#column = r === undefined ? this.#column + 1 : (placeOf(r)?.column ?? MAX_COLUMN)
    this.#type = t
    this.#kind = this.#shared.kindAt(Number(s)) ?? unformatted
    this.#value = undefined
    this.#formula = false
  }

  #closeCell(): void {
    if (this.#formula) this.#noteFormula()
    const text = this.#value === undefined ? '' : this.#textOf(this.#value)
    if (text === '' || this.#column >= MAX_COLUMN) return
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = text
  }

  #textOf(value: string): string {
    if (this.#type === 's') return this.#shared.textAt(Number(value)) ?? ''
    if (this.#type === 'b') return booleans[value.trim()] ?? value
    if (this.#type === 'd') return isoText(value)
    if (this.#type === 'n') return numberText(value, this.#kind, epochs[this.#shared.calendar])
    return withoutEscapes(value)
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return
    if (this.#hidden) this.#facts.hiddenRows++
    this.#rows.push({ number: this.#number, cells: this.#cells })
  }

  #noteFormula(): void {
    const reference = columnLetters(this.#column) + this.#number
    this.#facts.formula ??= reference
    if (this.#value === undefined) this.#facts.unvalued ??= reference
  }

  #noteColumns({ min, max, hidden }: Attributes): void {
    if (!isOn(hidden)) return
    // All columns after the last used one are often hidden together: nobody is to read sixteen thousand letters.
    const last = Math.min(Number(max), Number(min) + 100)
    for (let column = Number(min); column <= last; column++) this.#facts.hiddenColumns.push(columnLetters(column - 1))
  }
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'
