import type { Cell, CellStyle, CellValue, MergeRange, WriteSheet } from 'hucre/xlsx'

/** A line of text is so many points high. */
const LINE = 13.5

/** A sheet while it is written, row by row from the top. */
export class SheetDraft {
  readonly rows: CellValue[][] = []
  readonly cells = new Map<string, Partial<Cell>>()
  readonly merges: MergeRange[] = []
  readonly heights = new Map<number, { height: number }>()
  readonly name: string

  constructor(name: string) {
    this.name = name
  }

  /** The next row; where a style is given, all its cells have it. */
  add(values: CellValue[], style?: CellStyle): number {
    const at = this.rows.push(values) - 1
    if (style) for (const [column, value] of values.entries()) this.cells.set(`${at},${column}`, { value, style })
    return at
  }

  /** Makes the row as high as its texts need in columns so many characters wide. */
  raise(at: number, widths: readonly number[], points = 10): void {
    const lines = (this.rows[at] ?? []).map((value, column) =>
      typeof value === 'string' ? linesOf(value, widths[column] ?? 10) : 1,
    )
    const most = Math.max(1, ...lines)
    // A row cannot be higher.
    if (most > 1 || points > 10) this.heights.set(at, { height: Math.min(409, most * LINE * (points / 10) + 2) })
  }

  merge(row: number, column: number, rows: number, columns: number): void {
    if (rows * columns > 1)
      this.merges.push({ startRow: row, startCol: column, endRow: row + rows - 1, endCol: column + columns - 1 })
  }

  done(): Pick<WriteSheet, 'name' | 'rows' | 'cells' | 'merges' | 'rowDefs'> {
    const { name, rows, cells, merges, heights } = this
    return { name, rows, cells, merges, rowDefs: heights }
  }
}

const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil((line.length * 1.08) / width)), 0)
