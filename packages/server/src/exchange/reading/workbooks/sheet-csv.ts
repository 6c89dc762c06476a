import { readHeader, type WarningCode } from '@otklik/model/exchange'
import { csvLine } from '../../writing/csv.ts'
import { FaultError } from '../faults/fault.ts'
import { LineMap } from '../records/line-map.ts'
import { placeOf } from './cell-text.ts'
import { noFacts, type SheetFacts, type SheetRow } from './sheet-rows.ts'

/** So many rows may stand above a header. */
const MAX_TITLE_ROWS = 30
const PIECE_CHARACTERS = 1 << 20

/** A sheet on its way to lines of CSV, and what is known of it once they have been read. */
export class SheetCsv {
  readonly facts: SheetFacts = noFacts()
  /** Rows of the sheet by the lines of its CSV. */
  readonly #rowOf = new LineMap()
  #line = 1
  #width = 0
  /** Row of the sheet that holds the header. */
  #header = 0

  /**
   * The rows as CSV, all as wide as the header. A sheet that cannot be read as a table is refused at its end, where its merged
   * cells are told: cells below the header, because nobody can say whose value theirs is.
   */
  async *pieces(rows: AsyncIterable<SheetRow>): AsyncGenerator<Buffer, void> {
    let piece = ''
    for await (const row of this.#fromHeader(rows)) {
      piece += this.#lineOf(row)
      if (piece.length < PIECE_CHARACTERS) continue
      yield Buffer.from(piece)
      piece = ''
    }
    yield Buffer.from(piece)
    this.#refuse()
  }

  /** The row of the sheet that a line of its CSV comes from. */
  rowOf(line: number): number {
    return this.#rowOf.lineOf(line)
  }

  get notes(): { code: WarningCode; value: string }[] {
    const { hiddenColumns, hiddenRows, formula } = this.facts
    const within = hiddenColumns.filter((letters) => (placeOf(`${letters}1`)?.column ?? 0) < this.#width)
    const hidden = [
      ...(within.length > 0 ? [`столбцы ${within.join(', ')}`] : []),
      ...(hiddenRows > 0 ? [`строк – ${hiddenRows}`] : []),
    ]
    return [
      ...(hidden.length > 0 ? [{ code: 'hidden_cells' as const, value: hidden.join('; ') }] : []),
      ...(formula === undefined ? [] : [{ code: 'formula_value' as const, value: formula }]),
    ]
  }

  /** Waits for the header before it hands out any row: the rows above it may be wider. */
  async *#fromHeader(rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
    let above: SheetRow[] | undefined = []
    for await (const row of rows) {
      if (!above) yield row
      else {
        above.push(row)
        if (above.length < MAX_TITLE_ROWS && !readHeader(row.cells).ok) continue
        this.#settle(above)
        yield* above
        above = undefined
      }
    }
    if (!above) return
    this.#settle(above)
    yield* above
  }

  #settle(above: readonly SheetRow[]): void {
    const header = above.find(({ cells }) => readHeader(cells).ok) ?? above[0]
    this.#header = header?.number ?? 0
    this.#width = header?.cells.length ?? 0
  }

  #lineOf({ number, cells }: SheetRow): string {
    const padded =
      number < this.#header ? cells : [...cells, ...Array<string>(Math.max(0, this.#width - cells.length)).fill('')]
    const line = csvLine(padded)
    this.#rowOf.note(this.#line, number)
    this.#line += line.split('\n').length - 1
    return line
  }

  #refuse(): void {
    const below = this.facts.merged.find((area) => (placeOf(area.split(':')[1] ?? area)?.row ?? 0) > this.#header)
    if (below !== undefined) throw new FaultError({ code: 'bad_workbook', reason: 'merged_cells', detail: below })
    const { unvalued } = this.facts
    if (unvalued !== undefined) throw new FaultError({ code: 'bad_workbook', reason: 'no_value', detail: unvalued })
  }
}
