import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { afterAll, describe, expect, test } from 'vitest'
import { openSheet, type SheetRow } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'otklik-sheets-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
function write(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const isKnown = (title: string): boolean => ['Номер', 'Тема'].includes(title)
async function read(path: string, headerRow = 1): Promise<{ titles: readonly string[]; rows: SheetRow[] }> {
  const { titles, rows } = await openSheet(path, { headerRow, isKnown })
  const read: SheetRow[] = []
  for await (const row of rows) read.push(row)
  return { titles, rows: read }
}
const ABC = {
  titles: ['Номер', 'Тема'],
  rows: [
    { row: 2, cells: ['1', 'а, б; в'] },
    { row: 4, cells: ['2', 'г'] },
  ],
}
const csv = (delimiter: string): string =>
  `Номер;Тема\r\n1;"а, б; в"\r\n;\r\n2;г\r\n`.replace(/(?<=Номер|^1|^|2);/gm, delimiter)
/** Windows-1251 of Russian letters and ASCII. */
const windows1251 = (text: string): Buffer =>
  Buffer.from(
    Array.from(text, (sign) => (sign >= 'А' && sign <= 'я' ? sign.charCodeAt(0) - 0x410 + 0xc0 : sign.charCodeAt(0))),
  )

describe('a CSV file', () => {
  test.each([';', ',', '\t'])('parted by %j, in either encoding', async (delimiter) => {
    const text = csv(delimiter)
    expect(await read(write('utf8.csv', text))).toEqual(ABC)
    expect(await read(write('bom.csv', `\uFEFF${text}`))).toEqual(ABC)
    expect(await read(write('1251.csv', windows1251(text)))).toEqual(ABC)
  })
  test('in UTF-16 with its mark', async () => {
    expect(await read(write('utf16.csv', Buffer.from(`\uFEFF${csv('\t')}`, 'utf16le')))).toEqual(ABC)
  })
  test('with a delimiter that its first line names', async () => {
    expect(await read(write('sep.csv', 'sep=|\nНомер|Тема\n1|а, б; в\n|\n2|г'))).toEqual(ABC)
  })
  test('with titles further down: rows are counted from the top of the file', async () => {
    const { titles, rows } = await read(write('titled.csv', `Отчёт, май; июнь\n\n${csv(',')}`), 3)
    expect([titles, rows.map(({ row }) => row)]).toEqual([ABC.titles, [4, 6]])
  })
})

describe('a workbook', () => {
  test('gives numbers, days, texts and what formulas came to; rows as Excel counts them', async () => {
    const book = new exceljs.Workbook()
    const sheet = book.addWorksheet('Лист')
    sheet.addRows([['Реестр'], [], ['Номер', 'Тема']])
    sheet.getRow(6).values = [7, new Date('2026-05-01T00:00:00Z'), { formula: '1+1', result: 2 }, true, 46_143]
    sheet.getRow(6).getCell(2).numFmt = 'dd.mm.yyyy'
    const path = join(folder, 'book.csv')
    await book.xlsx.writeFile(path)
    expect(await read(path, 3)).toEqual({
      titles: ['Номер', 'Тема'],
      rows: [{ row: 6, cells: [7, new Date('2026-05-01T00:00:00Z'), 2, true, 46_143] }],
    })
  })
  test('that is damaged is told', async () => {
    await expect(read(write('cut.xlsx', Buffer.from('PK\u0003\u0004 no workbook')))).rejects.toMatchObject({
      code: 'damaged_workbook',
      message: expect.stringContaining('сохраните заново'),
    })
  })
})

test.each<[string, string | Buffer, string]>([
  ['old.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), '.xls'],
  ['page.xls', '\n<html><table>', 'HTML'],
  ['paper.csv', '%PDF-1.7', 'PDF'],
  ['bytes.csv', Buffer.from([1, 0, 2]), 'нулевые байты'],
  ['empty.csv', '', 'нет заголовка'],
])('%s is refused for what it is', async (name, content, words) => {
  await expect(read(write(name, content))).rejects.toThrow(words)
})
test('a header that lies beyond the end is told', async () => {
  await expect(read(write('short.csv', 'а;б'), 5)).rejects.toThrow('В строке 5 нет заголовка')
})
