import type { Principal } from '@otklik/model/access'
import { NOBODY } from '@otklik/model/access'
import type { Access } from '@otklik/model/api'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { hasTokenInUrl, isForeignWrite } from './origin.ts'
import { refusalOf } from './policy.ts'
import { problem } from '../problems/index.ts'
import type { Pulse } from '../pulse/index.ts'
import { foreignOrigin, tokenInUrl } from '../problems/common.ts'
import { type Watch, watchedCall } from './watch.ts'

/** Finds who sends a request by its headers; throws a problem for a token or a session that is no longer good. */
export type Authenticate = (request: FastifyRequest) => Promise<Principal>

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before the policy is asked. */
    who: Principal
  }
  interface FastifyInstance {
    authenticate: Authenticate
    publicUrl: string
    watch: Watch
    /** When a call came. */
    clock: () => Date
    /** Of the store that every call needs. */
    pulse: Pulse
  }
}

export interface DoorParts {
  readonly pulse: Pulse
  readonly authenticate: Authenticate
  readonly publicUrl: string
  readonly watch: Watch
  readonly clock: () => Date
}

export function decorateWithPrincipal(
  app: FastifyInstance,
  { authenticate, publicUrl, watch, clock, pulse }: DoorParts,
): void {
  app.decorate('authenticate', authenticate)
  app.decorate('publicUrl', publicUrl)
  app.decorate('watch', watch)
  app.decorate('clock', clock)
  app.decorate('pulse', pulse)
  app.decorateRequest('who')
  app.addHook('onRequest', async (request) => {
    request.who = NOBODY
  })
}

/** The door of one route: runs before the body is read, so that those who may not are not listened to. */
export function admit(access: Access) {
  return async function admitRequest(this: FastifyInstance, request: FastifyRequest) {
    if (hasTokenInUrl(request.url)) throw problem(tokenInUrl)
    const byToken = request.headers.authorization !== undefined
    const hasCookie = request.headers.cookie !== undefined
    if (!byToken && isForeignWrite(request, this.publicUrl, hasCookie)) throw problem(foreignOrigin)
    request.who = await this.pulse.during(() => this.authenticate(request))
    const refusal = refusalOf(access, request.who)
    if (refusal === undefined) return
    if (refusal.status === 403) await this.pulse.during(() => this.watch.refused(watchedCall(request), refusal.code))
    throw refusal
  }
}
