/** Tables that people bring in files: CSV and XLSX, read row by row with the rows' numbers as Excel shows them. */
export { openSheet, type Sheet, type SheetCell, type SheetRow, type SheetShape } from './sheet.ts'
