import { isKnownTitle, type Layout, layoutOf, type Mapping } from '@otklik/model/appeals'
import { requireFile } from '../../cli/paths.ts'
import { openSheet, type SheetRow } from '../../platform/sheets/index.ts'

/** The rows of a file of appeals, and where our columns stand in them. */
export async function readRows(
  path: string,
  mapping: Mapping,
): Promise<{ layout: Layout; rows: AsyncIterable<SheetRow> }> {
  await requireFile(path)
  const { titles, rows } = await openSheet(path, { headerRow: mapping.header, isKnown: isKnownTitle(mapping) })
  return { layout: layoutOf(mapping, titles), rows }
}
