import type { HTTPMethods } from 'fastify'
import { TOTP } from 'otpauth'
import { type AccessServer, PASSWORD } from '../../access.fixture.ts'

/** A call under a session's cookie. */
export function caller(server: AccessServer, cookie: string, remoteAddress?: string) {
  return (method: HTTPMethods, url: string, payload?: object) =>
    server.ask({
      method,
      url,
      headers: { cookie },
      ...(payload && { payload }),
      ...(remoteAddress && { remoteAddress }),
    })
}

/** The code that an authenticator with this secret shows now, or so many steps later. */
export const codeAt = (server: AccessServer, secret: string, steps = 0): string =>
  new TOTP({ secret }).generate({ timestamp: server.clock.now.getTime() + steps * 30_000 })

/** Turns the second factor on for the person of this session; returns the secret and the recovery codes. */
export async function enrol(server: AccessServer, cookie: string) {
  const call = caller(server, cookie)
  const { secret } = (await call('POST', '/api/my/second-factor', { password: PASSWORD })).json<{ secret: string }>()
  const on = await call('PUT', '/api/my/second-factor', { code: codeAt(server, secret) })
  const { recoveryCodes } = on.json<{ recoveryCodes: string[] }>()
  // The next code is good again.
  server.pass(30_000)
  return { secret, recoveryCodes }
}
