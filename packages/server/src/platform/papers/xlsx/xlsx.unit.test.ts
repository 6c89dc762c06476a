import exceljs from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import type { Paper } from '../paper.ts'
import { type Office, opened } from '../office.fixture.ts'
import { EVERYTHING, LONG_NAME, NASTY, remarks, TABLE, wide } from '../papers.fixture.ts'
import { renderXlsx } from './book.ts'

let bytes: Uint8Array
let office: Office
beforeAll(async () => {
  bytes = await renderXlsx(EVERYTHING)
  office = await opened(bytes)
})

async function bookOf(paper: Paper): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook()
  await book.xlsx.load((await renderXlsx(paper)) as unknown as ArrayBuffer)
  return book
}
const one = (more: Partial<Paper> = {}): Paper => ({
  ...EVERYTHING,
  head: { title: 'Перечень' },
  blocks: [TABLE],
  ...more,
})

test('a single table stands under the head, its numbers unrounded and formatted as printed', async () => {
  const [sheet, ...others] = (await bookOf(one())).worksheets
  expect([sheet?.name, others.length]).toEqual(['Перечень', 0])
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 })
  const row = sheet!.getRow(5)
  const cells = [1, 2, 3, 4, 5, 6, 7].map((column) => row.getCell(column))
  expect(cells.map(({ value }) => value)).toEqual([
    LONG_NAME,
    41_204,
    12.4444,
    11.61,
    13.2,
    4.205,
    new Date('2026-11-30T00:00:00Z'),
  ])
  expect(cells.map(({ numFmt }) => numFmt)).toEqual([
    '@',
    '#,##0',
    '#,##0.0',
    '#,##0.0',
    '#,##0.0',
    '#,##0.00',
    'dd.mm.yyyy',
  ])
  expect(sheet!.getRow(4).values).toEqual([
    undefined,
    'Наименование услуги',
    'Подано',
    'Доля отказов, %',
    '95 % интервал, от',
    '95 % интервал, до',
    'CSI',
    'Сертификат по',
  ])
  expect(sheet!.getRow(6).getCell(3).value).toBe('нет данных')
  expect(sheet!.getRow(8).getCell(1)).toMatchObject({ value: 'Всего', font: { bold: true } })
  expect(row.height).toBeGreaterThan(30)
})

test('a text is never a formula', async () => {
  const cell = (await bookOf(one())).worksheets[0]!.getRow(6).getCell(1)
  expect(cell.type).toBe(exceljs.ValueType.String)
  expect(cell.value).toBe(NASTY.replace('\u0007', '\ufffd'))
  for (const path of office.paths.filter((path) => path.startsWith('xl/worksheets/sheet')))
    expect(office.text(path)).not.toContain('<f')
})

test('a text longer than a cell is cut, and says so', async () => {
  const rows = [{ name: 'а'.repeat(40_000) }, { name: 'б' }]
  const cell = (await bookOf(one({ blocks: [{ ...TABLE, rows }] }))).worksheets[0]!.getRow(5).getCell(1)
  expect(cell.value).toBe(`${'а'.repeat(32_766)}…`)
})

test('several tables have a sheet each, after one with the words that names them', async () => {
  const { worksheets } = await bookOf(EVERYTHING)
  expect(worksheets.map(({ name }) => name)).toEqual([
    'Текст',
    'Таблица 1. Показатели услуг',
    'Рисунок 1. Доля отказов по меся',
    'Рисунок 2. Оценки по критериям',
    'Таблица 3. Ответы по критериям',
  ])
  const words = worksheets[0]!.getColumn(1).values
  expect(words).toContain('Таблица 1. Показатели услуг – лист «Таблица 1. Показатели услуг»')
  expect(words).toContain('Опрос за период не проводился.')
})

test('a table after many words has a sheet of its own, too', async () => {
  const list = { kind: 'list', items: remarks(40) } as const
  const { worksheets } = await bookOf(one({ blocks: [list, TABLE] }))
  expect(worksheets).toHaveLength(2)
})

test('names of sheets are whole and no two alike', async () => {
  const title = 'Очень длинное имя таблицы: [услуги] 1/2'
  const blocks = [
    { ...TABLE, title },
    { ...TABLE, title },
    { ...TABLE, title: undefined },
    { ...TABLE, title: undefined },
  ]
  const names = (await bookOf(one({ blocks }))).worksheets.map(({ name }) => name)
  expect(new Set(names).size).toBe(5)
  for (const name of names) expect(name).toMatch(/^[^[\]*?/\\:]{1,31}$/)
})

test('it prints on A4 with the head on every page, the mark and the hash', () => {
  const book = office.text('xl/workbook.xml')
  expect(book).toContain(`'Таблица 1. Показатели услуг'!$2:$2`)
  expect(book).toContain(`'Таблица 3. Ответы по критериям'!$2:$3`)
  const sheet = office.text('xl/worksheets/sheet2.xml')
  expect(sheet).toContain('paperSize="9"')
  expect(sheet).toContain('fitToHeight="0"')
  expect(sheet).toContain('Для внутриведомственного использования')
  expect(sheet).toContain('&amp;La3f1c2d4e5b6&amp;RСтр. &amp;P из &amp;N')
})

test('columns in groups stand under one head', async () => {
  const sheet = (await bookOf(one({ blocks: [wide(3)] }))).worksheets[0]!
  expect(sheet.getRow(4).getCell(3).value).toBe('Время предоставления')
  expect(sheet.getCell('G4').isMerged).toBe(true)
  expect(sheet.getCell('A5').master.address).toBe('A4')
  expect(sheet.getRow(6).getCell(3).value).toBe(0)
})

test("charts are the spreadsheet's own, beside their figures; what is missing there is empty", async () => {
  const [lines, bars] = ['xl/charts/chart1.xml', 'xl/charts/chart2.xml'].map(office.text)
  expect(lines).toContain('<c:lineChart>')
  // The second series stands after the value of the first and both ends of its interval.
  expect(lines).toContain(`'Рисунок 1. Доля отказов по меся'!$E$3:$E$10`)
  expect(bars).toContain('<a:pattFill prst="wdUpDiag">')
  const sheet = (await bookOf(EVERYTHING)).worksheets[2]!
  expect(sheet.getRow(6).values).toEqual([undefined, 'апр', undefined, undefined, undefined, 6.1, 7.1])
})

test('a table without rows says why', async () => {
  const { worksheets } = await bookOf(one({ blocks: [{ ...TABLE, rows: [] }] }))
  expect(worksheets.map((sheet) => sheet.getColumn(1).values.at(-1))).toEqual(['Услуг нет.'])
})

test('equal papers give equal bytes, dated by their data', async () => {
  expect(Buffer.compare(bytes, await renderXlsx(structuredClone(EVERYTHING)))).toBe(0)
  expect(office.text('docProps/core.xml').match(/2026-11-30T09:15:00/g)).toHaveLength(2)
})
