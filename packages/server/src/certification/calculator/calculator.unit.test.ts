import { scoreOf } from '@otklik/model/certification/score'
import { NOBODY } from '@otklik/model/access'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, buildHttp } from '../../platform/http/index.ts'
import { silentLog } from '../../platform/log.ts'
import { calculatorRoutes } from './routes.ts'

let app: App
beforeAll(async () => {
  app = await buildHttp({
    config: { publicUrl: 'http://localhost:8080', trustProxy: false },
    log: silentLog(),
    now: () => new Date('2026-03-15T09:00:00Z'),
    authenticate: async () => NOBODY,
    checkAnswers: true,
  })
  calculatorRoutes(app)
})
afterAll(() => app.close())

const FIRST = {
  kind: 'service',
  mass: true,
  regulation: 'А+',
  reception: 'Б',
  laboratory: 'А',
  monitoring: 'possible',
  not_supplied: [],
  issued: '2026-03-15',
}
const PREVIOUS = { level: 55, valid_to: '2026-03-31', withdrawn: false, road_map_done: true, equal_repeats: 0 }
const ask = async (payload: object) => {
  const answer = await app.inject({ method: 'POST', url: '/api/certification/score', payload })
  return { status: answer.statusCode, text: answer.body }
}

test.each([
  FIRST,
  { ...FIRST, previous: PREVIOUS },
  { ...FIRST, previous: { ...PREVIOUS, road_map_done: false } },
  { kind: 'appeals', mass: false, regulation: 'В', laboratory: 'Г', not_supplied: [], issued: '2026-03-15' },
])('a call answers what the command prints, to the letter', async (input) => {
  expect(await ask(input)).toEqual({ status: 200, text: JSON.stringify(scoreOf(input)) })
})

test.each([[{ ...FIRST, regulation: 'A' }], [{ ...FIRST, kind: 'x' }], [[]], [{ ...FIRST, other: 1 }]])(
  'a wrong input has the code and the sentence of the command',
  async (input) => {
    expect(await ask(input)).toEqual({ status: 400, text: JSON.stringify(scoreOf(input)) })
  },
)

test.each(['', '{"kind":', 'уровень'])('a body that is no JSON has the code of the command: %s', async (payload) => {
  const headers = { 'content-type': 'application/json' }
  const answer = await app.inject({ method: 'POST', url: '/api/certification/score', headers, payload })
  expect([answer.statusCode, answer.json()]).toEqual([
    400,
    { error: { code: 'bad_json', message: 'Тело запроса не разобрано как JSON. Пришлите один объект целиком.' } },
  ])
})
test('other refusals of the call are problems as everywhere', async () => {
  const headers = { 'content-type': 'text/csv' }
  const answer = await app.inject({ method: 'POST', url: '/api/certification/score', headers, payload: 'а;б' })
  expect([answer.statusCode, answer.json().code]).toEqual([415, 'unsupported_media'])
})

const page = async (query: Record<string, string>) =>
  (await app.inject({ url: `/calculator?${new URLSearchParams(query)}` })).body

test('the page asks for the parts of the kind, and for today', async () => {
  const [ordinary, special] = [await page({}), await page({ kind: 'oversight' })]
  expect(ordinary).toContain('name="reception"')
  expect(ordinary).toContain('value="2026-03-15"')
  expect(special).not.toContain('name="reception"')
  expect(special).toContain('А+ – 0,5 балла (п. 37)')
})

test('the page spells the level out', async () => {
  const { not_supplied: _, ...fields } = { ...FIRST, mass: 'yes', count: 'yes' }
  const text = await page(fields)
  expect(text).toContain('Интегральный уровень: 80 %')
  expect(text).toContain('(0,30 + 0,15 + 0,25 + 0,10) × 100 % = 80 %')
  expect(text).toContain('15.03.2026 – 14.03.2029')
  expect(await page({ ...fields, laboratory: 'not_supplied' })).toContain('уровень 0 %')
})

test('what is wrong in the form is said on the page, and typed text stays text', async () => {
  const text = await page({ kind: 'service', regulation: '<script>', count: 'yes' })
  expect(text).toContain('Рассчитать нельзя')
  expect(text).toContain('&lt;script&gt;')
  expect(text).not.toContain('<script>')
})
