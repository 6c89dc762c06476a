import { isKnownTitle, type Layout, layoutOf, type Mapping } from '@otklik/model/appeals'
import { InputError } from '@otklik/model/inputs'
import { openSheet, type SheetRow } from '../../platform/sheets/index.ts'

export interface OpenFile {
  readonly titles: readonly string[]
  readonly layout: Layout
  readonly rows: AsyncIterable<SheetRow>
}

const MOST_ROWS = 1_000_000

/** Opens a file of appeals for reading once; throws InputError where it is no table, or not one of this mapping. */
export async function openFile(path: string, mapping: Mapping): Promise<OpenFile> {
  const { titles, rows } = await openTable(path, mapping)
  return { titles, layout: layoutOf(mapping, titles), rows }
}

/** The same, whatever the titles are. */
export async function openTable(path: string, mapping: Mapping): Promise<Omit<OpenFile, 'layout'>> {
  const { titles, rows } = await openSheet(path, { headerRow: mapping.header, isKnown: isKnownTitle(mapping) })
  return { titles, rows: atMost(rows) }
}

async function* atMost(rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
  let read = 0
  for await (const row of rows) {
    if (++read > MOST_ROWS) throw new InputError('too_many_rows', 'В файле больше миллиона строк. Разделите его.')
    yield row
  }
}
