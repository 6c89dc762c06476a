import { timingSafeEqual } from 'node:crypto'
import { NOBODY, OPERATOR, type Principal } from '@otklik/model/access'
import { UNATTENDED } from '@otklik/model/api'
import type { FastifyRequest } from 'fastify'
import type { Authenticate } from '../../platform/http/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Reaches } from '../organisations/reaches.ts'
import { type AccessDeps, nowOf } from '../deps.ts'
import { hashSecret } from '../secrets.ts'
import { findToken } from '../tokens/find-token.ts'
import { readCookie } from './cookie.ts'
import { findSession } from './find-session.ts'

export interface AuthenticateDeps extends AccessDeps {
  /** The bearer token of this run (`announceServer`), known to those who can read the data directory. */
  readonly operatorToken?: () => string | undefined
  readonly reaches: Reaches
}

/**
 * Who sends a request. A token in the header goes before a cookie, and a bad one is an error rather than nobody: its
 * owner must hear of it. A session that has ended is nobody. Session, person and role are read anew for every request,
 * in one query: whoever is deactivated is out at once.
 */
export function createAuthenticate(deps: AuthenticateDeps): Authenticate {
  return async (request: FastifyRequest): Promise<Principal> => {
    const { authorization } = request.headers
    if (authorization !== undefined) return byToken(deps, authorization, request.ip)
    const secret = readCookie(request, deps.config.publicUrl)
    if (secret === undefined) return NOBODY
    const attended = request.headers[UNATTENDED] === undefined
    return (await findSession(deps, secret, nowOf(deps), attended)) ?? NOBODY
  }
}

async function byToken(deps: AuthenticateDeps, authorization: string, address: string): Promise<Principal> {
  const [, token] = /^Bearer +([\w-]{20,200})$/i.exec(authorization) ?? []
  if (token === undefined) throw problem(problems.invalidToken)
  const operator = deps.operatorToken?.()
  if (operator !== undefined && same(operator, token)) return OPERATOR
  const machine = await findToken(deps, { token, address }, nowOf(deps))
  if (machine === undefined) throw problem(problems.invalidToken)
  return machine
}

const same = (a: string, b: string) => timingSafeEqual(Buffer.from(hashSecret(a)), Buffer.from(hashSecret(b)))
