import { type Failure, failurePage, viewOf } from '@otklik/respond'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asProblem, sendProblem } from '../../platform/http/errors.ts'
import { defineProblem, ProblemError, problems } from '../../platform/problems/index.ts'
import type { Pages } from './pages.ts'
import { send } from './send.ts'

const unreadable = defineProblem(
  'page_unreadable',
  400,
  'Страница не подошла',
  () => 'Страница изменена, обрезана или принадлежит другому опросу. Ничего не записано. Откройте анкету заново.',
)
const { notFound, tooManyRequests } = problems

/** Where a page can't be shown. Thrown; a browser gets a page of it, a machine that asks for JSON a problem. */
export function failed(failure: 'unknown' | 'forged'): ProblemError
export function failed(failure: 'often', about: { seconds: number }): ProblemError
export function failed(failure: 'unknown' | 'forged' | 'often', { seconds = 1 } = {}): ProblemError {
  if (failure === 'unknown') return new ProblemError(notFound, notFound.detail())
  if (failure === 'forged') return new ProblemError(unreadable, unreadable.detail())
  const headers = { 'retry-after': String(seconds) }
  return new ProblemError(tooManyRequests, tooManyRequests.detail(seconds), { headers })
}

const OF_STATUS: Readonly<Record<number, Failure>> = {
  400: 'forged',
  404: 'unknown',
  413: 'tooLarge',
  415: 'forged',
  429: 'often',
  507: 'room',
}

/** Every error leaves as a page that says what happened and what is safe. */
export function handleFailures(scope: FastifyInstance, { assets }: Pick<Pages, 'assets'>): void {
  scope.setErrorHandler((error, request, reply) => {
    const problem = asProblem(error, request)
    return wantsJson(request) ? sendProblem(request, reply, problem) : sendFailure(request, reply, problem, assets)
  })
}

const wantsJson = ({ headers: { accept = '' } }: FastifyRequest): boolean =>
  /application\/(problem\+)?json/.test(accept) && !accept.includes('text/html')

function sendFailure(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: ProblemError,
  assets: Pages['assets'],
): FastifyReply {
  if (problem.status >= 500) request.log.error({ err: problem.cause ?? problem, reqId: request.id }, problem.code)
  const failure = OF_STATUS[problem.status] ?? 'broken'
  const page = failurePage(
    failure,
    { language: /[?&]lang=en\b/.test(request.url) ? 'en' : 'ru', view: viewOf(undefined), assets },
    {
      values: { seconds: problem.headers['retry-after'] ?? '60' },
      ...(failure === 'forged' && { again: request.url.split('?')[0] }),
      ...(problem.status >= 500 && { request: request.id }),
    },
  )
  return send(request, reply.headers(problem.headers), { page, status: problem.status })
}
