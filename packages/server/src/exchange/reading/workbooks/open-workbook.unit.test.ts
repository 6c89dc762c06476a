import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { readAll } from '../reading.fixture.ts'
import { openSources } from '../sources/sources.ts'
import { type BookXml, rowsXml, textRow, workbook } from './workbook.fixture.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'otklik-book-test-'))
})
afterAll(() => rm(folder, { recursive: true }))

const header = ['request_id', 'section', 'item', 'date', 'time']
const good = (number: number, id = `З-${number}`) => textRow(number, [id, 'МФЦ', '9', '12.03.2026', '09:30:00'])

async function open(bytes: Buffer, name = 'книга.xlsx') {
  const path = join(folder, name)
  await writeFile(path, bytes)
  const opened = await openSources([path])
  try {
    const read = []
    for (const source of opened.sources) read.push({ name: source.name, ...(await readAll(source)) })
    return { ...opened, read }
  } finally {
    opened.close()
  }
}
const openBook = async (book: BookXml) => open(await workbook(book))
const faultOf = async (book: BookXml) => {
  const { read, refused } = await openBook(book)
  return refused[0]?.fault ?? read[0]?.result.structure
}

describe('cells', () => {
  test('of every type are read as they are seen', async () => {
    const cell = (reference: string, type: string, inner: string, style = 0) =>
      `<c r="${reference}" t="${type}" s="${style}">${inner}</c>`
    const xml = rowsXml(
      textRow(1, header),
      `<row r="2">${cell('A2', 's', '<v>0</v>')}${cell('B2', 's', '<v>1</v>')}${cell('C2', 'n', '<v>9</v>')}${cell('D2', 'n', '<v>46093</v>', 1)}${cell('E2', 'n', '<v>0.395833333333333</v>', 2)}</row>`,
      `<row r="3">${cell('A3', 'n', '<v>123</v>', 3)}${cell('B3', 'str', '<f>A1</f><v>МФЦ</v>')}${cell('C3', 'b', '<v>1</v>')}${cell('D3', 'd', '<v>2026-03-12</v>')}${cell('E3', 'e', '<v>#N/A</v>')}</row>`,
      `<row><c t="inlineStr"><is><r><t>З-</t></r><r><t>5</t></r><rPh><t>х</t></rPh></is></c><c><v>420260000000000123</v></c></row>`,
    )
    const texts = ['<t>З-1</t>', '<r><t>М</t></r><r><t xml:space="preserve">ФЦ</t></r><rPh><t>х</t></rPh>']
    const { read } = await openBook({
      sheets: [{ name: 'Лист1', xml }],
      texts,
      formats: ['dd.mm.yyyy', 'hh:mm:ss', '00000'],
    })
    expect(read[0]?.rows).toEqual([
      ['З-1', 'МФЦ', '9', '12.03.2026', '09:30:00'],
      ['00123', 'МФЦ', 'ИСТИНА', '12.03.2026', '#N/A'],
      ['З-5', '4,20260E+17', '', '', ''],
    ])
    expect(read[0]?.result.notes).toMatchObject([{ code: 'formula_value', samples: [{ value: 'B3' }] }])
  })

  test('stand where they stand: gaps, line breaks, titles above, rows that are missing or empty', async () => {
    const xml = rowsXml(
      textRow(1, ['Сведения за день']),
      textRow(3, header),
      good(5),
      '<row r="6"><c r="A6"/><c r="B6" s="0"/></row>',
      textRow(7, ['З-7&#10;два', 'МФЦ', '', '12.03.2026']),
      good(9),
    )
    const { read } = await openBook({ sheets: [{ name: 'Лист1', xml }] })
    const { rows, result } = read[0] ?? {}
    expect(rows?.map(([id]) => id)).toEqual(['З-5', 'З-7\nдва', 'З-9'])
    expect(rows?.[1]).toEqual(['З-7\nдва', 'МФЦ', '', '12.03.2026', ''])
    expect([1, 2, 3].map((row) => result?.lines.lineOf(row))).toEqual([5, 7, 9])
    expect(result?.header?.line).toBe(3)
    expect(result?.notes).toMatchObject([{ code: 'title_rows', samples: [{ line: 3 }] }])
  })

  test('that quote other rows are no stray quotes', async () => {
    const pasted = '"&#10;З-2;МФЦ;9;12.03.2026;09:30:00&#10;З-3;МФЦ;9;12.03.2026;09:30:00'
    const xml = rowsXml(
      textRow(1, [...header.slice(0, 4), 'time']),
      textRow(2, ['З-1', 'МФЦ', '9', '12.03.2026', pasted]),
    )
    const { read } = await openBook({ sheets: [{ name: 'Лист1', xml }] })
    expect(read[0]?.rows).toHaveLength(1)
    expect(read[0]?.rows[0]?.[4]).toBe(pasted.replaceAll('&#10;', '\n'))
  })
})

describe('sheets', () => {
  test('one alone has the name and the hash of the workbook', async () => {
    const bytes = await workbook({
      sheets: [
        { name: 'Пустой', xml: '<sheetData/>' },
        { name: 'События', xml: rowsXml(textRow(1, header), good(2)) },
      ],
    })
    const { read, refused } = await open(bytes)
    expect(read).toMatchObject([{ name: 'книга.xlsx', rows: [['З-2', 'МФЦ', '9', '12.03.2026', '09:30:00']] }])
    expect(read[0]?.result.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(refused).toEqual([])
  })

  test('several have their own; what is hidden is left out and told', async () => {
    const rows = rowsXml(textRow(1, header), good(2))
    const { read, ignored } = await openBook({
      sheets: [
        { name: 'Первый', xml: rows },
        { name: 'Второй', xml: rows },
        { name: 'Тайный', xml: rows, state: 'veryHidden' },
      ],
    })
    expect(read.map(({ name }) => name)).toEqual(['книга.xlsx/Первый', 'книга.xlsx/Второй'])
    expect(new Set(read.map(({ result }) => result.sha256)).size).toBe(2)
    expect(ignored).toMatchObject([{ name: 'книга.xlsx/Тайный' }])
  })

  test('columns and rows that are hidden are read and told', async () => {
    const xml = `<cols><col min="3" max="3" hidden="1"/><col min="6" max="16384" hidden="1"/></cols>${rowsXml(textRow(1, header), good(2).replace('<row ', '<row hidden="1" '))}`
    const { read } = await openBook({ sheets: [{ name: 'Лист1', xml }] })
    expect(read[0]?.rows).toHaveLength(1)
    expect(read[0]?.result.notes).toMatchObject([
      { code: 'hidden_cells', samples: [{ value: 'столбцы C; строк – 1' }] },
    ])
  })

  test('dates of 1904 are counted from there', async () => {
    const xml = rowsXml(textRow(1, header), '<row r="2"><c r="A2"><v>1</v></c><c r="D2" s="1"><v>44631</v></c></row>')
    const { read } = await openBook({ sheets: [{ name: 'Лист1', xml }], formats: ['dd.mm.yyyy'], calendar1904: true })
    expect(read[0]?.rows[0]?.[3]).toBe('12.03.2026')
  })
})

describe('what cannot be read as a table is refused with its place', () => {
  const merged = (area: string) =>
    `${rowsXml(textRow(1, ['Отчёт']), textRow(2, header), good(3), good(4))}<mergeCells><mergeCell ref="${area}"/></mergeCells>`
  const sheet = (xml: string): BookXml => ({ sheets: [{ name: 'Лист1', xml }] })

  test('merged cells under the header, not those above it', async () => {
    expect(await faultOf(sheet(merged('A3:A4')))).toMatchObject({ reason: 'merged_cells', detail: 'A3:A4' })
    expect(await faultOf(sheet(merged('A1:E1')))).toBeUndefined()
  })

  test('a formula without a kept value', async () => {
    const xml = rowsXml(textRow(1, header), '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>A1</f></c></row>')
    expect(await faultOf(sheet(xml))).toMatchObject({ code: 'bad_workbook', reason: 'no_value', detail: 'B2' })
  })

  test.each([
    ['no sheet with anything', { sheets: [{ name: 'Лист1', xml: '<sheetData/>' }] }, 'no_table'],
    ['XML that is broken', { sheets: [{ name: 'Лист1', xml: '<sheetData><row' }] }, 'damaged_workbook'],
    [
      'an entity of its own',
      { sheets: [{ name: 'Лист1', xml: '<sheetData><row r="1"><c t="str"><v>&lol;</v></c></row></sheetData>' }] },
      'damaged_workbook',
    ],
  ] as const)('%s', async (_, book, reason) => {
    expect(await faultOf(book)).toMatchObject({ code: 'bad_workbook', reason })
  })

  test('workbooks in binary form, documents, OpenDocument', async () => {
    const zip = async (...names: string[]) => {
      const archive = new ZipFile()
      for (const name of names) archive.addBuffer(Buffer.from('x'), name)
      archive.end()
      return buffer(archive.outputStream)
    }
    const reasonOf = async (bytes: Buffer) => (await open(bytes)).refused[0]?.fault?.reason
    expect(await reasonOf(await zip('[Content_Types].xml', 'xl/workbook.bin'))).toBe('binary_workbook')
    expect(await reasonOf(await zip('[Content_Types].xml', 'word/document.xml'))).toBe('office_document')
    expect(await reasonOf(await zip('mimetype', 'content.xml'))).toBe('open_document')
  })
})

test('workbooks inside an archive are opened; one that is broken does not keep the others out', async () => {
  const archive = new ZipFile()
  archive.addBuffer(
    await workbook({ sheets: [{ name: 'Лист1', xml: rowsXml(textRow(1, header), good(2)) }] }),
    'день/х.xlsx',
  )
  archive.addBuffer(await workbook({ sheets: [] }), 'день/п.xlsx')
  archive.addBuffer(Buffer.from('request_id;accepted_at\n'), 'день/ж.xlsx')
  archive.end()
  const { read, refused } = await open(await buffer(archive.outputStream), 'день.zip')
  expect(read).toMatchObject([
    { name: 'день/ж.xlsx', rows: [] },
    { name: 'день/х.xlsx', rows: [['З-2', 'МФЦ', '9', '12.03.2026', '09:30:00']] },
  ])
  expect(refused).toMatchObject([{ name: 'день/п.xlsx', fault: { reason: 'no_table' } }])
})
