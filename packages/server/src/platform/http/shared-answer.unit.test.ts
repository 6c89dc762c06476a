import { NOBODY, type Principal } from '@otklik/model/access'
import { defineRoute, TableFormat } from '@otklik/model/api'
import { Type } from 'typebox'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { person } from '../../../test/support/principals.ts'
import { testServer } from './http.fixture.ts'
import { type App, sendTable, serve } from './index.ts'

const figures = defineRoute({
  method: 'GET',
  path: '/api/test/figures',
  tag: 'Проверка',
  summary: 'Показатели',
  access: 'open',
  query: Type.Object({ by: Type.Optional(Type.String()), format: TableFormat }),
  answer: Type.Object({ by: Type.String(), name: Type.String() }),
  figures: true,
})
const callers: Record<string, Principal> = {
  first: person({ id: '1', rights: ['progress.read'] }),
  second: person({ id: '2', rights: ['progress.read'] }),
  elsewhere: { ...person({ id: '3', rights: ['progress.read'] }), reach: { ...person({}).reach, regions: ['31'] } },
}
let app: App
let counted: string[]
beforeAll(async () => {
  ;({ app } = await testServer({
    authenticate: async (request) => callers[String(request.headers['x-who'])] ?? NOBODY,
  }))
  serve(app, figures, async ({ query: { by = '', format = 'json' }, who, reply }) => {
    const name = who.kind === 'user' ? who.id : ''
    counted.push(name)
    await new Promise((resolve) => setImmediate(resolve))
    if (format !== 'json') return sendTable(reply, { name: by, columns: [], rows: [] }, format)
    if (by === 'broken') throw new Error('broken')
    return { by, name, secret: 'не для всех' }
  })
})
beforeEach(() => {
  counted = []
})
afterAll(() => app.close())

const ask = (who: string, query = '') => app.inject({ url: `${figures.path}${query}`, headers: { 'x-who': who } })

test('is worked out once for all who may see the same and ask the same at the same time', async () => {
  const answers = await Promise.all([ask('first', '?by=month'), ask('second', '?by=month'), ask('first', '?by=month')])
  expect(counted).toHaveLength(1)
  for (const answer of answers) {
    expect(answer.json()).toEqual({ by: 'month', name: counted[0] })
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
  }
})

test.each([
  ['of another reach', ['first', ''], ['elsewhere', '']],
  ['of another question', ['first', '?by=month'], ['first', '?by=service']],
  ['for a file', ['first', '?format=csv'], ['first', '?format=csv']],
])('is a call’s own %s', async (_name, [who = '', query], [other = '', otherQuery]) => {
  await Promise.all([ask(who, query), ask(other, otherQuery)])
  expect(counted).toHaveLength(2)
})

test('a failure reaches everyone, and is not kept', async () => {
  const answers = await Promise.all([ask('first', '?by=broken'), ask('second', '?by=broken')])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([500, 500])
  await ask('first', '?by=broken')
  expect(counted).toHaveLength(2)
})
