import * as contract from '@otklik/model/access/api'
import { type App, FAILURES, serve } from '../../platform/http/index.ts'
import { readCookie, setCookie } from '../signing-in/cookie.ts'
import { type SessionRouteDeps, userAgentOf } from '../signing-in/session-routes.ts'
import { stateOfSecret } from '../signing-in/session-state.ts'
import { acceptInvitation, lookUpInvitation } from './accept-invitation.ts'

/** For whoever holds a link: nobody has signed in yet. */
export function invitationRoutes(app: App, deps: SessionRouteDeps): void {
  const { publicUrl } = deps.config
  const limit = { perMinute: deps.attemptsPerMinute ?? 20, counts: FAILURES }
  serve(app, contract.lookUpInvitation, ({ body }) => lookUpInvitation(deps, body.token), limit)
  serve(
    app,
    contract.acceptInvitation,
    async ({ body, from, request, reply }) => {
      const about = { oldSecret: readCookie(request, publicUrl), from, userAgent: userAgentOf(request) }
      const secret = await acceptInvitation(deps, { ...body, ...about })
      setCookie(reply, publicUrl, secret)
      return stateOfSecret(deps, secret)
    },
    limit,
  )
}
