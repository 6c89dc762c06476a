import * as contract from '@otklik/model/access/api'
import type { FastifyRequest } from 'fastify'
import { type App, FAILURES, serve } from '../../platform/http/index.ts'
import { confirmSecondFactor } from './second-factor/confirm-second-factor.ts'
import { clearCookie, readCookie, setCookie } from './cookie.ts'
import { makeFirstAdministrator } from './first-start.ts'
import { byPerson } from './person-of.ts'
import { resetRoutes } from './passwords/reset-routes.ts'
import { stateOf, stateOfSecret } from './session-state.ts'
import { signIn, type SignInParts } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { switchMembership } from './switch-membership.ts'

export interface SessionRouteParts extends SignInParts {
  /** Attempts per minute from one address that come to nothing. */
  readonly attemptsPerMinute?: number
}

export function sessionRoutes(app: App, parts: SessionRouteParts): void {
  const { publicUrl } = parts.config
  serve(app, contract.readSession, ({ who, request }) => stateOf(parts, who, readCookie(request, publicUrl)))
  serve(app, contract.switchMembership, async (call) => {
    await switchMembership(parts, call.body.membership, byPerson(call))
    return stateOfSecret(parts, readCookie(call.request, publicUrl) ?? '')
  })
  serve(app, contract.signOut, async (call) => {
    const secret = readCookie(call.request, publicUrl)
    if (secret !== undefined) await signOut(parts, secret, call)
    clearCookie(call.reply, publicUrl)
  })
  wayInRoutes(app, parts)
  resetRoutes(app, parts)
}

/** What ends with a new session in the cookie. */
function wayInRoutes(app: App, parts: SessionRouteParts): void {
  const { publicUrl } = parts.config
  const limit = { perMinute: parts.attemptsPerMinute ?? 20, counts: FAILURES }
  serve(
    app,
    contract.signIn,
    async ({ body, from, request, reply }) => {
      const about = { oldSecret: readCookie(request, publicUrl), from, userAgent: userAgentOf(request) }
      const secret = await signIn(parts, { ...body, ...about })
      setCookie(reply, publicUrl, secret)
      return stateOfSecret(parts, secret)
    },
    limit,
  )
  serve(
    app,
    contract.confirmSecondFactor,
    async ({ body, from, request, reply }) => {
      const about = { secret: readCookie(request, publicUrl), from, userAgent: userAgentOf(request) }
      const secret = await confirmSecondFactor(parts, { ...body, ...about })
      setCookie(reply, publicUrl, secret)
      return stateOfSecret(parts, secret)
    },
    limit,
  )
  serve(
    app,
    contract.makeFirstAdministrator,
    async ({ body, from, request, reply }) => {
      const secret = await makeFirstAdministrator(parts, body, { from, userAgent: userAgentOf(request) })
      setCookie(reply, publicUrl, secret)
      return stateOfSecret(parts, secret)
    },
    limit,
  )
}

/** What the browser calls itself. */
export const userAgentOf = (request: FastifyRequest): string => request.headers['user-agent'] ?? ''
