import * as contract from '@otklik/model/access/api'
import type { FastifyRequest } from 'fastify'
import { type App, FAILURES, serve } from '../../platform/http/index.ts'
import { confirmSecondFactor } from './second-factor/confirm-second-factor.ts'
import { clearCookie, readCookie, setCookie } from './cookie.ts'
import { makeFirstAdministrator } from './first-start.ts'
import { byPerson } from './person-of.ts'
import { resetRoutes } from './passwords/reset-routes.ts'
import { stateOf, stateOfSecret } from './session-state.ts'
import { signIn, type SignInDeps } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { switchMembership } from './switch-membership.ts'

export interface SessionRouteDeps extends SignInDeps {
  /** Attempts per minute from one address that come to nothing. */
  readonly attemptsPerMinute?: number
}

export function sessionRoutes(app: App, deps: SessionRouteDeps): void {
  const { publicUrl } = deps.config
  serve(app, contract.readSession, ({ who, request }) => stateOf(deps, who, readCookie(request, publicUrl)))
  serve(app, contract.switchMembership, async (call) => {
    await switchMembership(deps, call.body.membership, byPerson(call))
    return stateOfSecret(deps, readCookie(call.request, publicUrl) ?? '')
  })
  serve(app, contract.signOut, async (call) => {
    const secret = readCookie(call.request, publicUrl)
    if (secret !== undefined) await signOut(deps, secret, call)
    clearCookie(call.reply, publicUrl)
  })
  wayInRoutes(app, deps)
  resetRoutes(app, deps)
}

/** What ends with a new session in the cookie. */
function wayInRoutes(app: App, deps: SessionRouteDeps): void {
  const { publicUrl } = deps.config
  const limit = { perMinute: deps.attemptsPerMinute ?? 20, counts: FAILURES }
  serve(
    app,
    contract.signIn,
    async ({ body, from, request, reply }) => {
      const about = { oldSecret: readCookie(request, publicUrl), from, userAgent: userAgentOf(request) }
      const secret = await signIn(deps, { ...body, ...about })
      setCookie(reply, publicUrl, secret)
      return stateOfSecret(deps, secret)
    },
    limit,
  )
  serve(
    app,
    contract.confirmSecondFactor,
    async ({ body, from, request, reply }) => {
      const about = { secret: readCookie(request, publicUrl), from, userAgent: userAgentOf(request) }
      const secret = await confirmSecondFactor(deps, { ...body, ...about })
      setCookie(reply, publicUrl, secret)
      return stateOfSecret(deps, secret)
    },
    limit,
  )
  serve(
    app,
    contract.makeFirstAdministrator,
    async ({ body, from, request, reply }) => {
      const secret = await makeFirstAdministrator(deps, body, { from, userAgent: userAgentOf(request) })
      setCookie(reply, publicUrl, secret)
      return stateOfSecret(deps, secret)
    },
    limit,
  )
}

/** What the browser calls itself. */
export const userAgentOf = (request: FastifyRequest): string => request.headers['user-agent'] ?? ''
