import { lamedPattern } from '@otklik/model/exchange'
import type { TableExport, TableRow } from '../../platform/http/tables/table.ts'
import { readFile } from '../reading/index.ts'
import { cellsOf } from '../reading/records/cells-of.ts'
import { filePieces } from '../reading/sources/file-pieces.ts'

const lamed = new RegExp(lamedPattern, 'su')
const EXTRA = 'extra'
/** Stands after the last column of a row that is too short, so that it stays one when it is sent back. */
const TOO_SHORT = 'Ячеек меньше, чем в заголовке: исправьте строку и очистите эту ячейку.'

/**
 * Rows set aside as a table whose cells are all text: a spreadsheet takes no zero away from a number there, makes no long one
 * shorter and runs no formula.
 * @param path of the CSV that holds them.
 */
export async function setAsideTable(path: string, name: string): Promise<TableExport> {
  let titles: readonly string[] = []
  const reading = readFile(
    { name, open: () => filePieces(path) },
    {
      trusted: true,
      onHeader: ({ cells }) => {
        titles = cells
        return undefined
      },
    },
  )
  async function* rows(): AsyncGenerator<TableRow> {
    for await (const chunk of reading) for (const cells of cellsOf(chunk)) yield rowOf(cells, titles.length)
  }
  // The header is read together with the first of the rows.
  const read = rows()
  const first = await read.next()
  const columns = titles.map((title, at) => ({ key: String(at), title }))
  return { name, columns: [...columns, { key: EXTRA, title: '' }], rows: beginningWith(first, read) }
}

async function* beginningWith<T>(first: IteratorResult<T, unknown>, rest: AsyncIterable<T>): AsyncGenerator<T> {
  if (first.done) return
  yield first.value
  yield* rest
}

function rowOf(cells: readonly string[], width: number): TableRow {
  const bare = cells.map((cell) => lamed.exec(cell)?.[1] ?? cell)
  const excess = bare.slice(width)
  const row = Object.fromEntries(bare.slice(0, width).map((cell, at) => [String(at), cell]))
  if (excess.length === 0) return row
  return { ...row, [EXTRA]: excess.filter((cell) => cell !== '').join(' | ') || TOO_SHORT }
}
