/** Files of appeals: their columns, how those of other systems are mapped, and what is wrong with a row. */
export { type CheckedFile, type FileCheck, startFileCheck } from './check-file.ts'
export {
  ALL_ROW_CODES,
  type Appeal,
  type ColumnName,
  COLUMNS,
  MAPPED_COLUMNS,
  type MappedColumn,
  REQUIRED,
  ROW_CODES,
  type RowCode,
  type Solved,
} from './columns.ts'
export type { Cell } from '../../sheet-files/index.ts'
export { isKnownTitle, type Layout, layoutOf, type Mapping, OWN_MAPPING, readMapping } from './mapping.ts'
export { type ReadRow, readAppeal, type RowRules } from './read-appeal.ts'
export { proposeColumns, proposeWord, WORD_COLUMNS, type WordColumn } from './propose-mapping.ts'
export { type Beside, readBeside } from './read-beside.ts'
