import { beforeAll, describe, expect, test } from 'vitest'
import { type Office, opened } from '../office.fixture.ts'
import { CERTIFICATE, EVERYTHING, wide } from '../papers.fixture.ts'
import { renderDocx } from './document.ts'

let bytes: Uint8Array
let office: Office
let document: string
beforeAll(async () => {
  bytes = await renderDocx(EVERYTHING)
  office = await opened(bytes)
  document = office.text('word/document.xml')
})

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

test("headings are Word's own, so that its navigation shows them", () => {
  const headings = [...document.matchAll(/<w:pStyle w:val="(Heading\d|Title)"\/>.*?<w:t[^>]*>([^<]*)/g)]
  expect(headings.map(([, style, text]) => [style, text])).toEqual([
    ['Title', 'Сводка обратной связи и болевые точки'],
    ['Heading1', '1. Показатели'],
    ['Heading2', '1.1. Ход'],
    ['Heading3', 'Замечания'],
    ['Heading1', '2. Опросы'],
    ['Heading1', '3. Широкая таблица'],
  ])
})

test('tables are real, their heads repeated, no row parted', async () => {
  const tables = document.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []
  const headed = tables.filter((table) => table.includes('<w:tblHeader/>'))
  // Two tables, two beside the charts; the facts, the code and the signatures are laid out in tables without heads.
  expect([headed.length, tables.length]).toEqual([4, 7])
  for (const table of tables) expect(count(table, /<w:cantSplit\/>/g)).toBe(count(table, /<w:tr>/g))
  const grouped = headed.at(-1) ?? ''
  expect(count(grouped, /<w:tblHeader\/>/g)).toBe(2)
  expect([count(grouped, /<w:gridSpan w:val="5"\/>/g), count(grouped, /<w:vMerge w:val="restart"\/>/g)]).toEqual([3, 3])
  const long = await opened(await renderDocx({ ...EVERYTHING, blocks: [wide(60)] }))
  expect(count(long.text('word/document.xml'), /<w:cantSplit\/>/g)).toBe(62)
})

test('pages are A4 with margins for binding, turned where asked, numbered by fields', () => {
  const sections = [
    ...document.matchAll(
      /<w:pgSz w:w="(\d+)" w:h="(\d+)"[^>]*\/><w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/g,
    ),
  ]
  const millimetres = sections.map((section) =>
    section.slice(1).map((twips) => Math.round((Number(twips) / 1440) * 25.4)),
  )
  expect(millimetres).toEqual([
    [210, 297, 20, 15, 20, 30],
    [297, 210, 30, 20, 15, 20],
    [210, 297, 20, 15, 20, 30],
  ])
  const footer = office.text('word/footer1.xml')
  expect(footer).toMatch(/PAGE/)
  expect(footer).toMatch(/NUMPAGES/)
  expect(footer).toContain('a3f1c2d4e5b6')
  expect(office.text('word/header1.xml')).toContain('ДЛЯ ВНУТРИВЕДОМСТВЕННОГО ИСПОЛЬЗОВАНИЯ')
})

describe('charts', () => {
  test("are Word's own, with their data, their words and hatched bars", async () => {
    const charts = office.paths.filter((path) => /^word\/charts\/chart\d\.xml$/.test(path))
    expect(charts).toHaveLength(2)
    expect(count(document, /<c:chart /g)).toBe(2)
    expect(document).toContain('descr="Линейный график. Рисунок 1. Доля отказов по месяцам.')
    const [lines, bars] = charts.map(office.text)
    expect(lines).toContain('<c:lineChart>')
    expect(lines).toContain('<c:errBars>')
    expect(bars).toContain('<c:barDir val="bar"/>')
    expect(bars).toContain('<a:pattFill prst="wdUpDiag">')
    expect(bars).not.toContain('en-US')
    const book = await opened(office.part('word/embeddings/Microsoft_Excel_Worksheet1.xlsx'))
    expect(book.text('xl/worksheets/sheet1.xml')).toContain('13.1')
  })
})

test('lists are numbered by Word, and begin anew', async () => {
  const list = { kind: 'list', ordered: true, items: ['а', 'б'] } as const
  const two = await opened(await renderDocx({ ...EVERYTHING, blocks: [list, list] }))
  const ids = [...two.text('word/document.xml').matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(2)
})

test('nothing in the data is markup or a field', () => {
  expect(document).toContain(
    '=HYPERLINK(&quot;http://evil&quot;) *жирно* _курсив_ $x^2$ #import &lt;w:t&gt;&amp;amp; {{тег}} \\\\ 😀 → ﬁ\ufffd',
  )
  expect(count(document, /<w:instrText|<w:fldSimple|<w:hyperlink/g)).toBe(0)
})

test('the paper is in Russian, and bears the moment of its data and no other', () => {
  expect(office.text('word/styles.xml')).toContain('<w:lang w:val="ru-RU"')
  const core = office.text('docProps/core.xml')
  expect(core).toContain('<dc:title>Сводка обратной связи и болевые точки</dc:title>')
  expect(core).toContain(`<cp:keywords>${EVERYTHING.hash}</cp:keywords>`)
  expect(count(core, /2026-11-30T09:15:00.000Z/g)).toBe(2)
})

test('equal papers give equal bytes: parts in order, all of 1980, no random names', async () => {
  await renderDocx(CERTIFICATE)
  expect(Buffer.compare(bytes, await renderDocx(structuredClone(EVERYTHING)))).toBe(0)
  expect(office.paths).toEqual(['[Content_Types].xml', ...office.paths.slice(1).toSorted()])
  for (const path of office.paths.filter((one) => /\.(xml|rels)$/.test(one)))
    expect(office.text(path)).not.toMatch(/rId[0-9a-z_-]{21}/)
})

test('a poster stands in frames on a page with a border, and the paper begins with it', async () => {
  const poster = (await opened(await renderDocx(CERTIFICATE))).text('word/document.xml')
  expect(count(poster, /<w:framePr /g)).toBe(3)
  expect([poster.includes('<w:pgBorders'), poster.includes('"Title"')]).toEqual([true, false])
})

test('a title page has no number', async () => {
  const titled = await opened(await renderDocx({ ...EVERYTHING, head: { title: 'Отчёт', page: 'Белгород, 2026' } }))
  expect(titled.text('word/document.xml')).toContain('<w:titlePg/>')
  expect(
    titled.paths
      .filter((path) => /footer\d/.test(path) && path.endsWith('.xml'))
      .map(titled.text)
      .filter((text) => !text.includes('NUMPAGES')),
  ).toHaveLength(1)
})
