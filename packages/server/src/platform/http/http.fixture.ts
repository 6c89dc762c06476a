import { NOBODY } from '@otklik/model/access'
import { Day, defineRoute, Month } from '@otklik/model/api'
import { Type } from 'typebox'
import { person } from '../../../test/support/principals.ts'
import { createLog } from '../log.ts'
import { buildHttp, type HttpParts } from './index.ts'
import { problem, problems } from '../problems/index.ts'

export const USER = person({ id: '1', rights: ['progress.read'] })

/** A server whose callers are whom the header `x-who` names; its log lines are kept. */
export async function testServer(parts: Partial<HttpParts> = {}) {
  const lines: Record<string, unknown>[] = []
  const log = createLog('info', { write: (line) => lines.push(JSON.parse(line)) })
  const app = await buildHttp({
    config: { publicUrl: 'http://otklik.test', trustProxy: false },
    log,
    authenticate: async (request) => {
      if (request.headers.authorization === 'Bearer bad') throw problem(problems.invalidToken)
      return request.headers['x-who'] === 'user' ? USER : NOBODY
    },
    ...parts,
  })
  return { app, lines }
}

export const echo = defineRoute({
  method: 'POST',
  path: '/api/test/echo/:id',
  tag: 'Проверка',
  summary: 'Повторить',
  access: 'open',
  params: Type.Object({ id: Type.Integer({ minimum: 1 }) }),
  query: Type.Object({
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 10, default: 5 })),
    word: Type.Optional(Type.Union([Type.Literal('a'), Type.Literal('b')])),
    day: Type.Optional(Day),
    from: Type.Optional(Month),
    to: Type.Optional(Month),
  }),
  body: Type.Object({
    name: Type.String({ minLength: 1, maxLength: 10 }),
    inner: Type.Optional(Type.Object({ n: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]) })),
  }),
  answer: Type.Object({ id: Type.Integer(), size: Type.Integer(), name: Type.String() }),
  status: 201,
})
export const fail = defineRoute({
  method: 'GET',
  path: '/api/test/fail',
  tag: 'Проверка',
  summary: 'Ошибка',
  access: 'open',
  answer: Type.Object({}),
})
export const upload = defineRoute({
  method: 'POST',
  path: '/api/test/upload',
  tag: 'Проверка',
  summary: 'Поток',
  access: 'open',
  answer: Type.Object({ bytes: Type.Integer() }),
  status: 202,
  stream: 'upload',
})
export const events = defineRoute({
  method: 'GET',
  path: '/api/test/events',
  tag: 'Проверка',
  summary: 'События',
  access: 'open',
  answer: Type.Object({ n: Type.Integer() }),
  stream: 'events',
})
