import type { Solved } from '@otklik/model/appeals'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { addressLimit, admit, type App, FAILURES } from '../../platform/http/index.ts'
import { ProblemError } from '../../platform/problems/index.ts'
import { reopen, saySolved } from '../course/answer.ts'
import { inTransaction } from '../course/steps.ts'
import type { AppealsDeps } from '../deps.ts'
import { findFeedbackByCode } from '../../surveys/index.ts'
import { findByCode, type FoundAppeal } from './find.ts'
import { appealPage, feedbackPage, formPage } from './page.ts'

const HOUR_MS = 3_600_000
const WRONG_TRIES = 10
const FORM_BYTES = 20_000
const UNKNOWN = 'По этому коду ничего не найдено. Проверьте знаки: в коде их двенадцать.'
/** In the open, as whoever has the code. */
const door = (limit: ReturnType<typeof addressLimit>) => ({
  onRequest: [admit('open'), limit.enter],
  onResponse: limit.leave,
})

/** The public page «Проверить по коду»: forms and pages of this server, no script, no cookie. */
export function publicRoutes(app: App, deps: AppealsDeps): void {
  const limit = addressLimit({ perMinute: WRONG_TRIES, counts: FAILURES, windowMs: HOUR_MS })
  void app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_BYTES },
      (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    scope.get('/t', { onRequest: [admit('open')] }, (_, reply) => page(reply, formPage(reply.styleNonce)))
    scope.post('/t', door(limit), async (request, reply) => {
      const given = await findFeedbackByCode(deps, fieldOf(request, 'code'), request.server.clock())
      if (given !== undefined) return page(reply, feedbackPage(reply.styleNonce, given))
      return withAppeal(deps, request, reply, async () => undefined)
    })
    answers(scope, deps, limit)
  })
}

function answers(scope: FastifyInstance, deps: AppealsDeps, limit: ReturnType<typeof addressLimit>): void {
  scope.post('/t/solved', door(limit), (request, reply) =>
    withAppeal(deps, request, reply, async ({ id, mayAnswer }, caller) => {
      const solved = SOLVED.find((word) => word === fieldOf(request, 'solved'))
      if (solved === undefined || !mayAnswer) return 'Ответ не принят: выберите один из вариантов.'
      await inTransaction(deps, (tx) => saySolved(tx, { id, solved }, caller))
      return 'Ваш ответ записан.'
    }),
  )
  scope.post('/t/reopening', door(limit), (request, reply) =>
    withAppeal(deps, request, reply, async ({ id, mayReopen }, caller) => {
      const reason = fieldOf(request, 'reason').trim()
      if (reason === '' || !mayReopen) return 'Рассмотрение не возобновлено: напишите, что осталось нерешённым.'
      await inTransaction(deps, (tx) => reopen(tx, deps, { id, reason, byCode: true }, caller))
      return 'Рассмотрение возобновлено.'
    }),
  )
}

const SOLVED: readonly Solved[] = ['yes', 'partly', 'no']

function fieldOf({ body }: FastifyRequest, name: string): string {
  const value =
    typeof body === 'object' && body !== null ? Object.getOwnPropertyDescriptor(body, name)?.value : undefined
  return typeof value === 'string' ? value : ''
}

const page = (reply: FastifyReply, html: string, status = 200): FastifyReply =>
  reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html)

type Caller = Parameters<typeof saySolved>[2]

/** Finds the appeal of the code that was sent, does what is asked and shows the appeal as it is then. */
async function withAppeal(
  deps: AppealsDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (appeal: FoundAppeal, caller: Caller) => Promise<string | undefined>,
): Promise<FastifyReply> {
  const at = request.server.clock()
  const code = fieldOf(request, 'code')
  const found = await findByCode(deps, code, at)
  if (found === undefined) return page(reply, formPage(reply.styleNonce, UNKNOWN), 404)
  const caller = { who: request.who, from: { address: request.ip, request: request.id }, at }
  const told = await work(found, caller).catch((error: unknown) => {
    if (error instanceof ProblemError) return error.detail
    throw error
  })
  const now = (await findByCode(deps, code, at)) ?? found
  return page(reply, appealPage(reply.styleNonce, now, code, told))
}
