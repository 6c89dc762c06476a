import { rowsXml, textRow, workbook } from '../../../src/exchange/reading/workbooks/workbook.fixture.ts'
import type { Case } from './case.ts'

const header = ['request_id', 'section', 'item', 'date', 'time']
const event = (row: number, changed: Partial<Record<number, string>> = {}): string =>
  textRow(
    row,
    ['З-1', 'МФЦ', '9', '12.03.2026', '09:30:00'].map((cell, i) => changed[i] ?? cell),
  )
const requests = rowsXml(
  textRow(1, ['request_id', 'service_id', 'submission_channel', 'region']),
  textRow(2, ['З-1', '007', 'МФЦ', '31']),
)
const one = (xml: string, more: Partial<Parameters<typeof workbook>[0]> = {}) =>
  workbook({ sheets: [{ name: 'Лист1', xml }], ...more })

/** A cell of a number in the n-th of the formats. */
const number = (reference: string, value: string, style = 0): string =>
  `<c r="${reference}" s="${style}"><v>${value}</v></c>`
const text = (reference: string, value: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`
const merged = `${rowsXml(textRow(1, header), event(2), event(3))}<mergeCells><mergeCell ref="A2:A3"/></mergeCells>`

const twoSheets = await workbook({
  sheets: [
    { name: 'Заявления', xml: requests },
    { name: 'События', xml: rowsXml(textRow(1, header), event(2), event(3, { 1: 'АБВ' })) },
    { name: 'Черновик', xml: requests, state: 'hidden' },
  ],
})
const dates = await one(
  rowsXml(
    textRow(1, header),
    // By hand: 46093 days after 30.12.1899 is 12.03.2026; three eighths of a day are nine hours.
    `<row r="2">${text('A2', 'З-1')}${text('B2', 'МФЦ')}${number('C2', '9')}${number('D2', '46093', 1)}${number('E2', '0.375', 2)}</row>`,
    `<row r="3">${text('A3', 'З-2')}${text('B3', 'МФЦ')}${number('C3', '9')}${number('D3', '46093.375', 3)}</row>`,
    `<row r="4">${number('A4', '42', 4)}${text('B4', 'МФЦ')}${number('C4', '9')}${number('D4', '46093')}</row>`,
    `<row r="5">${number('A5', '420260000000000123')}${text('B5', 'МФЦ')}${number('C5', '9')}${number('D5', '46093', 1)}</row>`,
  ),
  { formats: ['dd.mm.yyyy', 'hh:mm:ss', 'dd.mm.yyyy hh:mm', '00000'] },
)
const formulas = await one(
  rowsXml(
    textRow(1, header),
    event(2).replace('<c r="B2" t="inlineStr"><is><t>МФЦ</t></is></c>', '<c r="B2" t="str"><f>Z1</f><v>МФЦ</v></c>'),
  ),
)
const unvalued = await one(
  rowsXml(textRow(1, header), '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>Z1</f></c></row>'),
)

/** Workbooks as packages. */
export const workbookCases: readonly Case[] = [
  {
    name: 'two sheets of two kinds, a hidden one beside them, a row that is wrong',
    files: { 'день.xlsx': twoSheets },
    rows: [3, 2, 1],
    codes: { unknown_section: 1, ignored_file: 1 },
    said: ['день.xlsx/События, строка 3, section', 'день.xlsx/Черновик: Файл не читался: это скрытый лист книги.'],
    stored: ['SELECT count() AS n FROM stage_events INNER JOIN stage_requests USING (request_id)', [{ n: 1 }]],
  },
  {
    name: 'dates, times and long numbers as numbers, by the formats of their cells',
    files: { 'х.xlsx': dates },
    rows: [4, 1, 3],
    codes: { bad_date: 2, excel_number: 1 },
    said: [
      'строка 3, date',
      'стоит и время 09:00:00',
      'строка 4, date',
      'Excel хранит дату 12.03.2026',
      '«4,20260E+17»',
    ],
    stored: [
      'SELECT request_id, toString(at) AS at FROM stage_events',
      [{ request_id: 'З-1', at: '2026-03-12 09:00:00' }],
    ],
  },
  {
    name: 'merged cells in the rows',
    files: { 'х.xlsx': await one(merged) },
    rows: [0, 0, 0],
    refused: ['bad_workbook'],
    said: ['Объединены ячейки A2:A3'],
  },
  {
    name: 'formulas are not run: their kept values are read, without one the workbook is refused',
    files: { 'а.xlsx': formulas, 'б.xlsx': unvalued },
    rows: [1, 1, 0],
    codes: { formula_value: 1 },
    refused: ['bad_workbook'],
    said: ['первая в ячейке B2', 'В ячейке B2 формула, а её значение'],
  },
  {
    name: 'hidden columns and rows are read and told',
    files: {
      'х.xlsm': await one(`<cols><col min="5" max="5" hidden="1"/></cols>${rowsXml(textRow(1, header), event(2))}`),
    },
    rows: [1, 1, 0],
    codes: { hidden_cells: 1 },
    said: ['столбцы E'],
  },
]
