import { defineRoute } from '@otklik/model/api'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServer } from '../http/http.fixture.ts'
import { type App, serve } from '../http/index.ts'
import { CERTIFICATE, EVERYTHING, TABLE } from './papers.fixture.ts'
import { MOST_ROWS, renderPaper } from './render.ts'
import { renderHere } from './renderers.ts'
import { sendPaper } from './send.ts'

const FORMATS = ['docx', 'pdf', 'xlsx'] as const

test.each(FORMATS)('the %s made in the thread is the one made here, whoever else asks', async (format) => {
  const [first, second] = await Promise.all([renderPaper(EVERYTHING, format), renderPaper(EVERYTHING, format)])
  const here = await renderHere(EVERYTHING, format)
  expect([Buffer.compare(first, here), Buffer.compare(second, here)]).toEqual([0, 0])
})

test('a paper that fails says which, and the next one is made', async () => {
  await expect(renderPaper({ ...EVERYTHING, made: 'вчера' }, 'pdf')).rejects.toThrow(
    /«Сводка – II квартал 2026» was not made/,
  )
  expect((await renderPaper(CERTIFICATE, 'pdf')).length).toBeGreaterThan(1000)
})

test('what is too long to be read is refused, a spreadsheet is not', async () => {
  const rows = Array.from({ length: MOST_ROWS + 1 }, (_, n) => ({ n }))
  const long = {
    ...EVERYTHING,
    blocks: [{ ...TABLE, rows, columns: [{ key: 'n', title: '№', type: 'integer' as const }] }],
  }
  await expect(renderPaper(long, 'pdf')).rejects.toMatchObject({ code: 'paper_too_long', status: 422 })
  expect((await renderPaper(long, 'xlsx')).length).toBeGreaterThan(1000)
})

test('too many at once are refused, those before them are made', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 60 }, () => renderPaper(CERTIFICATE, 'xlsx')))
  const refused = asked.filter(({ status }) => status === 'rejected')
  expect(refused).toHaveLength(10)
  expect(refused[0]).toMatchObject({ reason: { code: 'papers_busy', status: 503 } })
})

describe('over HTTP', () => {
  const route = defineRoute({
    method: 'GET',
    path: '/api/test/paper',
    tag: 'Проверка',
    summary: 'Документ',
    access: 'open',
    audit: { label: 'документ' },
    query: Type.Object({ format: Type.Enum([...FORMATS]) }),
    answer: Type.Object({}),
  })
  const exported: unknown[] = []
  let app: App
  beforeAll(async () => {
    const watch = {
      refused: async () => undefined,
      viewed: async () => undefined,
      exported: async (call: unknown) => void exported.push(call),
    }
    ;({ app } = await testServer({ watch }))
    serve(app, route, ({ query, reply }) => sendPaper(reply, EVERYTHING, query.format))
  })
  afterAll(() => app.close())

  test.each([
    ['pdf', 'application/pdf', '%PDF-'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
  ])('a %s goes out under its name and type, and is in the audit', async (format, type, begins) => {
    exported.length = 0
    const answer = await app.inject(`${route.path}?format=${format}`)
    expect(answer.headers).toMatchObject({ 'content-type': type, 'cache-control': 'no-store' })
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain(
      `Сводка – II квартал 2026.${format}`,
    )
    expect(answer.rawPayload.toString('latin1', 0, begins.length)).toBe(begins)
    expect(exported).toHaveLength(1)
  })
})
