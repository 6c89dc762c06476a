import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { InputError } from '@otklik/model/inputs'
import type { SheetRow } from './sheet.ts'

/**
 * The rows of the first sheet of a workbook that are not empty. A cell with a formula holds what was last calculated:
 * nothing is calculated here.
 */
export async function* xlsxSheet(path: string): AsyncGenerator<SheetRow> {
  const { streamXlsxRows } = await import('hucre/xlsx')
  // The web stream of Node's types and that of the library's differ in name only.
  const bytes = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>
  try {
    for await (const { index, values } of streamXlsxRows(bytes)) yield { row: index + 1, cells: values }
  } catch (error) {
    throw new InputError(
      'damaged_workbook',
      `Книга Excel не читается: ${error instanceof Error ? error.message : String(error)}. Откройте её в Excel и сохраните заново как .xlsx.`,
    )
  }
}
