import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { storageProblem } from './database-errors.ts'
import { problemPage } from './problem-page.ts'
import { ProblemError, problem, problemBody } from '../problems/index.ts'
import { badRequest, internal, invalidJson, noSuchPath, tooLarge, unsupportedMedia } from '../problems/common.ts'

/** Every error leaves as a problem; what is not in the catalogue is logged whole and answered with nothing but its number. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => sendProblem(request, reply, asProblem(error, request)))
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: ProblemError): FastifyReply {
  if (error.status >= 500) request.log.error({ err: error.cause ?? error, reqId: request.id }, error.code)
  // The standard wants to know how one signs in; a browser asks nobody anything for this word.
  if (error.status === 401) void reply.header('www-authenticate', 'Bearer')
  const answer = reply.code(error.status).headers(error.headers).header('cache-control', 'no-store')
  if (isNavigation(request))
    return answer.type('text/html; charset=utf-8').serializer(String).send(problemPage(error, request.id))
  return answer
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problemBody(error, request.id))
}

/** A browser that shows what comes as its page: of a return from another system, of a link to a file. */
const isNavigation = ({ method, headers }: FastifyRequest): boolean =>
  method === 'GET' && (headers.accept ?? '').includes('text/html')

export function asProblem(error: unknown, request?: FastifyRequest): ProblemError {
  if (error instanceof ProblemError) return error
  const known = storageProblem(error) ?? frameworkProblem(error, request)
  return known ?? new ProblemError(internal, internal.detail(), { cause: error })
}

/** The framework's own refusals, by its codes: their English messages are not for our callers. */
function frameworkProblem(error: unknown, request?: FastifyRequest): ProblemError | undefined {
  if (!isFrameworkError(error)) return undefined
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return problem(tooLarge, request?.routeOptions.bodyLimit ?? 0)
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return problem(unsupportedMedia, 'application/json')
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return problem(invalidJson)
    case 'FST_ERR_NOT_FOUND':
      return problem(noSuchPath)
    default:
      return error.statusCode !== undefined && error.statusCode < 500 ? problem(badRequest) : undefined
  }
}

function isFrameworkError(error: unknown): error is FastifyError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(FST_|ERR_)/.test(error.code)
}
