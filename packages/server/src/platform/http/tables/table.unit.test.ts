import exceljs from 'exceljs'
import { defineRoute } from '@otklik/model/api'
import { Type } from 'typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServer } from '../http.fixture.ts'
import { type App, type Column, sendTable, serve } from '../index.ts'
import { field } from './csv.ts'

const columns: Column[] = [
  { key: 'id', title: 'Номер' },
  { key: 'name', title: 'Услуга' },
  { key: 'n', title: 'Всего', type: 'integer' },
  { key: 'share', title: 'Доля, %', type: 'percent' },
  { key: 'day', title: 'День', type: 'day' },
  { key: 'at', title: 'Время', type: 'time' },
]
const rows = [
  {
    id: '0012345678901234567',
    name: 'Выдача; "справки"',
    n: 1200,
    share: 12.5,
    day: '2026-03-01',
    at: '2026-03-01T10:20:30',
  },
  { id: '=1+1', name: '=HYPERLINK("http://evil")', n: -5, share: null, day: 'нет', at: undefined },
]

const table = defineRoute({
  method: 'GET',
  path: '/api/test/table',
  tag: 'Проверка',
  summary: 'Таблица',
  access: 'open',
  query: Type.Object({
    format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]),
    many: Type.Optional(Type.Integer()),
  }),
  answer: Type.Object({}),
})
async function* many(count: number) {
  for (let n = 0; n < count; n++) yield { ...rows[0], n }
}
let app: App
beforeAll(async () => {
  ;({ app } = await testServer())
  serve(app, table, ({ query, reply }) =>
    sendTable(reply, { name: 'Услуги/март "2026"', columns, rows: query.many ? many(query.many) : rows }, query.format),
  )
})
afterAll(() => app.close())

test('CSV opens in a Russian Excel and runs no formula', async () => {
  const answer = await app.inject(`${table.path}?format=csv`)
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(answer.body).toBe(
    [
      '\uFEFFНомер;Услуга;Всего;Доля, %;День;Время',
      '0012345678901234567;"Выдача; ""справки""";1200;12,5;01.03.2026;01.03.2026 10:20:30',
      `'=1+1;"'=HYPERLINK(""http://evil"")";-5;;нет;`,
      '',
    ].join('\r\n'),
  )
})

test('the file keeps its Russian name', async () => {
  const { headers } = await app.inject(`${table.path}?format=csv`)
  const [, encoded = ''] = /filename\*=UTF-8''([^;]+)$/.exec(String(headers['content-disposition'])) ?? []
  expect(decodeURIComponent(encoded)).toBe('Услуги_март "2026".csv')
  expect(headers['content-disposition']).toMatch(/^attachment; filename="[ -~]+"; filename\*/)
})

test('XLSX holds typed numbers and dates, and texts that stay texts', async () => {
  const answer = await app.inject(`${table.path}?format=xlsx`)
  const book = new exceljs.Workbook()
  await book.xlsx.load(answer.rawPayload as unknown as ArrayBuffer)
  const sheet = book.worksheets[0]!
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  expect(sheet.getRow(1).values).toEqual([undefined, ...columns.map(({ title }) => title)])
  const [id, name, n, share, day, at] = [1, 2, 3, 4, 5, 6].map((column) => sheet.getRow(2).getCell(column))
  expect([id?.value, name?.value, n?.value, share?.value]).toEqual([rows[0]?.id, rows[0]?.name, 1200, 12.5])
  expect([day?.value, at?.value]).toEqual([new Date('2026-03-01T00:00:00Z'), new Date('2026-03-01T10:20:30Z')])
  expect([share?.numFmt, day?.numFmt]).toEqual(['0.00"%"', 'dd.mm.yyyy'])
  expect(sheet.getRow(3).getCell(2)).toMatchObject({
    value: '=HYPERLINK("http://evil")',
    type: exceljs.ValueType.String,
  })
})

test.each(['csv', 'xlsx'])('a long %s is whole', async (format) => {
  const answer = await app.inject(`${table.path}?format=${format}&many=20000`)
  if (format === 'csv') return expect(answer.body.split('\r\n')).toHaveLength(20_002)
  const book = new exceljs.Workbook()
  await book.xlsx.load(answer.rawPayload as unknown as ArrayBuffer)
  return expect(book.worksheets[0]?.rowCount).toBe(20_001)
})

test.each(['=1', '+1', '-1+1', '-A1', '@SUM', '\t=1', ' =1', '\r=1', '＝1'])('%j is no formula', (text) => {
  expect(field(text).replace(/^"/, '')).toMatch(/^'/)
})

test('a number of the register that begins with a minus stays itself', () => {
  expect(field('-10000012345')).toBe('-10000012345')
})
