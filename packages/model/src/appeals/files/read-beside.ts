import { type Cell, textOfCell, translated } from '../../sheet-files/index.ts'
import type { MappedColumn } from './columns.ts'
import type { Layout, Mapping } from './mapping.ts'

/** What a row says that is not counted: what was written, by whom, and what it is about. */
export interface Beside {
  readonly text: string
  /** Null where nothing of it is known. */
  readonly contact: ContactOfFile | null
  readonly office: string | null
  readonly request_id: string | null
}
export interface ContactOfFile {
  readonly name: string | null
  readonly mail: string | null
  readonly phone: string | null
  readonly address: string | null
}

/** Reads it; columns that the mapping does not name are empty. */
export function readBeside(cells: readonly Cell[], layout: Layout, mapping: Mapping): Beside {
  const text = (column: MappedColumn): string =>
    translated(mapping, column, textOfCell(cells[layout.get(column) ?? -1] ?? null))
  const orNull = (column: MappedColumn): string | null => text(column) || null
  const contact = {
    name: orNull('applicant'),
    mail: orNull('mail'),
    phone: orNull('phone'),
    address: orNull('address'),
  }
  const known = Object.values(contact).some((part) => part !== null)
  return {
    text: text('text'),
    contact: known ? contact : null,
    office: orNull('office'),
    request_id: orNull('request_id'),
  }
}
