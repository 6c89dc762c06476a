import exceljs from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import { callOf, named, propertiesOf, routes, type Schema } from './contract.fixture.ts'
import { house } from './house.fixture.ts'
import { FORMULA, PAGE, poison, POISONS } from './poisoned.fixture.ts'

const server = house()
beforeAll(() => poison(server), 120_000)

/**
 * Of campaigns, editions of the map, certificates and road maps, none of which is poisoned, and what no administrator
 * reads: their texts are tried in their contexts.
 */
const ABSENT = [
  'listLinks',
  'readResults',
  'listFeedback',
  'printMap',
  'printDocument',
  'printRoadMap',
  'downloadSetAsideAppeals',
]
const reading = routes.filter(
  ({ name, route }) => route.method === 'GET' && route.stream !== 'events' && !ABSENT.includes(name),
)
const offering = (format: string) =>
  reading.filter(({ route }) => JSON.stringify(propertiesOf(route.query).format ?? null).includes(`"${format}"`))
const tables = offering('csv')
/** Of months in which the poisoned requests were. */
const urlOf = (route: (typeof routes)[number]['route'], more: Record<string, string> = {}) => {
  const [path, given] = callOf(route, { id: '1', service: '100', request: FORMULA, file: '0' }).url.split('?')
  const query = new URLSearchParams(given)
  for (const [name, value] of Object.entries({ from: '2026-06', to: '2026-06', ...more }))
    if (
      name in propertiesOf(route.query) &&
      (name in more || !query.has(name)) &&
      fits(propertiesOf(route.query)[name], value)
    )
      query.set(name, value)
  return `${path}?${query}`
}
const fits = ({ pattern = '', enum: words }: Schema = {}, value: string) =>
  new RegExp(pattern, 'u').test(value) && (words === undefined || words.includes(value))
/** Tables of the texts that people and suppliers write; the others hold words of ours and numbers. */
const seen = new Set<string>()

test.each(named(tables))('%s as CSV holds no formula', async (name, route) => {
  const answer = await server.admin({ url: urlOf(route, { format: 'csv' }) })
  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.headers['content-disposition']).toMatch(/^attachment; /)
  for (const cell of cellsOf(answer.body)) {
    expect(cell).not.toMatch(/^\s*[=@\t\r]/)
    if (/^\s*[+-]/.test(cell)) expect(cell).toMatch(/^-?[\d\s]+([.,]\d+)?$/)
  }
  if (POISONS.some((text) => answer.body.includes(text.slice(0, 4)))) seen.add(name)
})

test.each(named(offering('xlsx')))('%s as XLSX holds no formula and no link', async (_, route) => {
  const answer = await server.admin({ url: urlOf(route, { format: 'xlsx' }) })
  expect(answer.statusCode).toBe(200)
  const book = new exceljs.Workbook()
  // The library's type of a buffer is older than Node's.
  await book.xlsx.load(answer.rawPayload as never)
  let cells = 0
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        cells++
        expect([exceljs.ValueType.Formula, exceljs.ValueType.Hyperlink]).not.toContain(cell.type)
      }),
    ),
  )
  expect(cells).toBeGreaterThan(0)
})

test('the tables did hold the texts', () => {
  expect([...seen].toSorted()).toEqual(
    expect.arrayContaining([
      'listObjects',
      'listOrganisations',
      'listPeople',
      'listRequests',
      'listServices',
      'listTokens',
      'readList',
    ]),
  )
})

test.each(named(reading))('%s gives texts as texts, never as a page', async (_, route) => {
  const { statusCode, headers, body } = await server.admin({ url: urlOf(route) })
  expect(statusCode, body).toBeLessThan(500)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(String(headers['content-type'] ?? '')).not.toMatch(/html|\bxml|svg|javascript/)
  expect(headers['content-security-policy']).toContain("script-src 'self'")
})

test('a request by a poisoned number is found, review and all', async () => {
  const answer = await server.admin({ url: `/api/progress/requests/${encodeURIComponent(PAGE)}` })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
  expect(JSON.stringify(answer.json())).toContain(JSON.stringify(PAGE).slice(1, -1))
})

test('the desk’s page repeats nothing of its address', async () => {
  for (const url of [
    '/<script>alert(1)</script>',
    '/services?find=%3Cscript%3Ealert(1)',
    '/%3Cimg%20src=x%20onerror=1%3E',
  ])
    expect((await server.ask({ url })).body, url).not.toMatch(/alert\(1\)|onerror/)
})

test.each(['downloadDay', 'downloadSetAside', 'downloadSetAsideBook'])(
  'a file of %s keeps its name to itself',
  async (name) => {
    const found = routes.find((one) => one.name === name)
    if (found === undefined) throw new Error(`no ${name}`)
    const { headers } = await server.admin({ url: urlOf(found.route) })
    const disposition = String(headers['content-disposition'] ?? 'attachment; filename="x"')
    expect(disposition).toMatch(/^attachment; filename="[^"\r\n\\/]*"/)
  },
)

/** Cells of a CSV with `;`, as a spreadsheet sees them. */
function cellsOf(text: string): string[] {
  const cells = text.replace(/^\uFEFF/, '').match(/"(?:[^"]|"")*"|[^;\r\n]+/g) ?? []
  return cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
}
