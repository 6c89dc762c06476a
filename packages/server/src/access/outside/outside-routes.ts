import * as contract from '@otklik/model/access/api'
import type { FastifyReply } from 'fastify'
import { type App, type Call, FAILURES, serve } from '../../platform/http/index.ts'
import { problem } from '../../platform/problems/index.ts'
import { nowOf } from '../deps.ts'
import { findInvited } from '../people/invitations.ts'
import { invitationVoid } from '../people/problems.ts'
import { hashSecret } from '../secrets.ts'
import { readCookie, setCookie } from '../signing-in/cookie.ts'
import { byPerson, personOf } from '../signing-in/person-of.ts'
import { userAgentOf } from '../signing-in/session-routes.ts'
import { clearAttemptCookie, readAttemptCookie, setAttemptCookie } from './attempt-cookie.ts'
import { begin } from './begin.ts'
import { deskPath } from './desk-path.ts'
import { finish } from './finish.ts'
import type { OutsideDeps } from './deps.ts'
import { unlinkIdentity } from './unlink.ts'

export interface OutsideRouteDeps extends OutsideDeps {
  /** Attempts per minute from one address that come to nothing. */
  readonly attemptsPerMinute?: number
}

export function outsideRoutes(app: App, deps: OutsideRouteDeps): void {
  const limit = { perMinute: deps.attemptsPerMinute ?? 20, counts: FAILURES }
  const lead = async (reply: FastifyReply, purpose: Parameters<typeof begin>[1]) => {
    const { url, browser } = await begin(deps, purpose)
    setAttemptCookie(reply, deps.config.publicUrl, browser)
    return { url }
  }

  serve(
    app,
    contract.beginOutsideSignIn,
    async ({ body, reply }) => {
      const invitation = body.invitation === undefined ? undefined : hashSecret(body.invitation)
      if (invitation !== undefined) await checkInvitation(deps, invitation)
      return lead(reply, { back: deskPath(body.back), invitation })
    },
    limit,
  )
  serve(app, contract.finishOutsideSignIn, (call) => goOn(deps, call), { ...limit, counts: isTrouble })
  serve(app, contract.linkIdentity, ({ who, reply }) => lead(reply, { session: personOf(who).session }), limit)
  serve(app, contract.unlinkIdentity, (call) => unlinkIdentity(deps, call.params.id, byPerson(call)))
}

/** Before the way to the provider: a void link is told at once. It is looked at again when the identity has come. */
async function checkInvitation(deps: OutsideDeps, invitation: string): Promise<void> {
  if ((await findInvited(deps.db, invitation, nowOf(deps))) === undefined) throw problem(invitationVoid)
}

/** The browser is sent on in any case, also with nothing in hand. */
const isTrouble = (reply: FastifyReply): boolean =>
  FAILURES(reply) || String(reply.getHeader('location')).includes('trouble=')

type CallbackCall = Pick<Call<never, never, unknown>, 'from' | 'request' | 'reply'> & { query: { state?: string } }

async function goOn(deps: OutsideDeps, { query, from, request, reply }: CallbackCall): Promise<FastifyReply> {
  const { publicUrl } = deps.config
  const [, search = ''] = /(\?.*)$/.exec(request.url) ?? []
  clearAttemptCookie(reply, publicUrl)
  const outcome = await finish(deps, {
    search,
    state: query.state,
    attempt: readAttemptCookie(request, publicUrl),
    oldSecret: readCookie(request, publicUrl),
    from,
    userAgent: userAgentOf(request),
  })
  if (outcome.secret !== undefined) setCookie(reply, publicUrl, outcome.secret)
  return reply.redirect(outcome.path, 303)
}
