import type { FastifyReply, FastifyRequest } from 'fastify'
import { ATTEMPT_MS } from './attempts.ts'

const isSecure = (publicUrl: string) => publicUrl.startsWith('https:')
const nameFor = (publicUrl: string) => (isSecure(publicUrl) ? '__Host-otklik_outside' : 'otklik_outside')

/**
 * Binds an attempt to the browser that began it. Lax, unlike the session's: the provider's page leads here, and a strict
 * cookie would stay behind.
 */
export function setAttemptCookie(reply: FastifyReply, publicUrl: string, secret: string): void {
  void reply.setCookie(nameFor(publicUrl), secret, { ...options(publicUrl), maxAge: ATTEMPT_MS / 1000 })
}

export const readAttemptCookie = (request: FastifyRequest, publicUrl: string): string | undefined =>
  request.cookies[nameFor(publicUrl)]

export function clearAttemptCookie(reply: FastifyReply, publicUrl: string): void {
  void reply.clearCookie(nameFor(publicUrl), options(publicUrl))
}

function options(publicUrl: string) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(publicUrl) } as const
}
