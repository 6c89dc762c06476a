import * as contract from '@otklik/model/api'
import type { FastifyRequest } from 'fastify'
import { type App, open, serve } from '../../platform/http/index.ts'
import { clearCookie, readCookie, setCookie } from './cookie.ts'
import { makeFirstAdministrator } from './first-start.ts'
import { stateOf, stateOfSecret } from './session-state.ts'
import { signIn, type SignInParts } from './sign-in.ts'
import { signOut } from './sign-out.ts'

export interface SessionRouteParts extends SignInParts {
  /** Attempts to sign in per minute from one address. */
  readonly attemptsPerMinute?: number
}

export function sessionRoutes(app: App, parts: SessionRouteParts): void {
  const { publicUrl } = parts.config
  const limit = { perMinute: parts.attemptsPerMinute ?? 20 }

  serve(app, contract.readSession, open(), ({ who }) => stateOf(parts, who))
  serve(
    app,
    contract.signIn,
    open(),
    async ({ body, from, request, reply }) => {
      const about = { oldSecret: readCookie(request, publicUrl), from, userAgent: userAgentOf(request) }
      const secret = await signIn(parts, { ...body, ...about })
      setCookie(reply, publicUrl, secret)
      return stateOfSecret(parts, secret)
    },
    limit,
  )
  serve(app, contract.signOut, open(), async ({ who, from, request, reply }) => {
    const secret = readCookie(request, publicUrl)
    if (secret !== undefined) await signOut(parts, secret, who, from)
    clearCookie(reply, publicUrl)
  })
  serve(
    app,
    contract.makeFirstAdministrator,
    open(),
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
