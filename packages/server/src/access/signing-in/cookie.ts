import type { FastifyReply, FastifyRequest } from 'fastify'

/** Over https the name itself binds the cookie to this host, this path and a secure connection. */
const nameFor = (publicUrl: string) => (isSecure(publicUrl) ? '__Host-otklik_session' : 'otklik_session')
const isSecure = (publicUrl: string) => publicUrl.startsWith('https:')

export function readCookie(request: FastifyRequest, publicUrl: string): string | undefined {
  return request.cookies[nameFor(publicUrl)]
}

/** A cookie of the browser's session: how long it is good is the server's business. */
export function setCookie(reply: FastifyReply, publicUrl: string, secret: string): void {
  void reply.setCookie(nameFor(publicUrl), secret, options(publicUrl))
}

export function clearCookie(reply: FastifyReply, publicUrl: string): void {
  void reply.clearCookie(nameFor(publicUrl), options(publicUrl))
}

function options(publicUrl: string) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(publicUrl) } as const
}
