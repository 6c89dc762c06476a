import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { buildHttp } from '../platform/http/index.ts'
import { cipherOf } from '../platform/cipher.ts'
import { silentLog } from '../platform/log.ts'
import type { Db } from '../platform/postgres/open.ts'
import { accessRoutes } from './routes.ts'
import { createAdministrator, rememberReaches } from './index.ts'
import { createAuthenticate } from './signing-in/authenticate.ts'
import type { Outside } from './outside/index.ts'
import type { Letter, Letters } from './deps.ts'
import type { SessionRouteDeps } from './signing-in/session-routes.ts'

export const PASSWORD = 'корова-летит-на-юг'
export const ADMIN = { login: 'Anna', name: 'Анна', password: PASSWORD }
export const OPERATOR_TOKEN = 'operator-token-of-this-run-0123456789'

/** A server with this context's calls only, and a clock that the test moves. */
export async function accessServer(
  db: Db,
  publicUrl = 'http://otklik.test',
  more: { readonly outside?: Outside } & Pick<SessionRouteDeps, 'attemptsPerMinute' | 'verify'> = {},
) {
  const clock = { now: new Date('2026-03-01T09:00:00Z'), pauses: [] as number[] }
  const wait = async (ms: number) => void clock.pauses.push(ms)
  const now = () => clock.now
  const sent: Letter[] = []
  const letters: Letters = { on: true, send: async (_tx, letter) => void sent.push(letter) }
  const cipher = cipherOf('a key of a test')
  const deps = {
    db,
    config: { publicUrl, trustProxy: false },
    now,
    wait,
    reaches: rememberReaches(db, now),
    cipher,
    letters,
    ...more,
  }
  const authenticate = createAuthenticate({ ...deps, operatorToken: () => OPERATOR_TOKEN })
  const app = await buildHttp({ config: deps.config, log: silentLog(), now, authenticate })
  accessRoutes(app, { attemptsPerMinute: 10_000, ...deps })
  const pass = (ms: number) => {
    clock.now = new Date(clock.now.getTime() + ms)
  }
  const ask = (options: InjectOptions): Promise<LightMyRequestResponse> =>
    app.inject({ ...options, headers: { origin: publicUrl, ...options.headers } })
  return { app, deps, clock, sent, pass, ask, api: caller(ask) }
}
export type AccessServer = Awaited<ReturnType<typeof accessServer>>

type Ask = (options: InjectOptions) => Promise<LightMyRequestResponse>

/** Calls by a session's cookie. */
function caller(ask: Ask) {
  return {
    signIn: (body: object, headers: Record<string, string> = {}, remoteAddress = '192.0.2.1') =>
      ask({ method: 'POST', url: '/api/session', payload: body, headers, remoteAddress }),
    session: (cookie?: string) => ask({ url: '/api/session', headers: cookie ? { cookie } : {} }),
    suppliers: (cookie?: string) => ask({ url: '/api/suppliers', headers: cookie ? { cookie } : {} }),
  }
}

/** `name=value` of the session cookie that an answer sets. */
export function cookieOf(answer: LightMyRequestResponse): string {
  const header = [answer.headers['set-cookie']].flat().find((line) => line?.includes('otklik_session='))
  if (header === undefined) throw new Error(`no session cookie in the answer ${answer.statusCode} ${answer.body}`)
  return header.split(';')[0] ?? ''
}

/** An empty installation with one administrator; returns a fresh session's cookie. */
export async function administrator(server: AccessServer): Promise<string> {
  await server.deps.db.deleteFrom('access_sign_in_failures').execute()
  await server.deps.db.deleteFrom('access_sessions').execute()
  await server.deps.db.deleteFrom('access_memberships').execute()
  await server.deps.db.deleteFrom('access_users').execute()
  await createAdministrator(server.deps, ADMIN)
  return cookieOf(await server.api.signIn({ login: ADMIN.login, password: PASSWORD }))
}
