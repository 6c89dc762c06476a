import { timingSafeEqual } from 'node:crypto'
import { NOBODY, OPERATOR, type Principal } from '@otklik/model/access'
import type { FastifyRequest } from 'fastify'
import { type Authenticate, problem, problems } from '../platform/http/index.ts'
import { readCookie } from './cookie.ts'
import { type AccessParts, nowOf } from './parts.ts'
import { hashSecret } from './secrets.ts'
import { findSession } from './sessions.ts'
import { findToken } from './supplier-tokens.ts'

export interface AuthenticateParts extends AccessParts {
  /** The bearer token of this run (`announceServer`), known to those who can read the data directory. */
  readonly operatorToken?: () => string | undefined
}

/**
 * Who sends a request. A token in the header goes before a cookie, and a bad one is an error rather than nobody: its
 * owner must hear of it. A session that has ended is nobody.
 */
export function createAuthenticate(parts: AuthenticateParts): Authenticate {
  return async (request: FastifyRequest): Promise<Principal> => {
    const { authorization } = request.headers
    if (authorization !== undefined) return byToken(parts, authorization)
    const secret = readCookie(request, parts.config.publicUrl)
    if (secret === undefined) return NOBODY
    return (await findSession(parts.db, secret, nowOf(parts))) ?? NOBODY
  }
}

async function byToken(parts: AuthenticateParts, authorization: string): Promise<Principal> {
  const [, token] = /^Bearer +([\w-]{20,200})$/i.exec(authorization) ?? []
  if (token === undefined) throw problem(problems.invalidToken)
  const operator = parts.operatorToken?.()
  if (operator !== undefined && same(operator, token)) return OPERATOR
  const supplier = await findToken(parts.db, token, nowOf(parts))
  if (supplier === undefined) throw problem(problems.invalidToken)
  return supplier
}

const same = (a: string, b: string) => timingSafeEqual(Buffer.from(hashSecret(a)), Buffer.from(hashSecret(b)))
