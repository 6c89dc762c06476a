import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRight, rightsOf } from '@otklik/model/access'
import type { Route } from '@otklik/model/api'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll } from 'vitest'
import { createAdministrator } from '../../src/access/index.ts'
import { buildServer } from '../../src/compose.ts'
import { type Installation, openInstallation } from '../../src/installation.ts'
import { readConfig } from '../../src/platform/config.ts'
import type { App } from '../../src/platform/http/index.ts'
import { silentLog } from '../../src/platform/log.ts'
import { testDatabases } from '../support/databases.ts'

export const HOME = 'https://otklik.test'
export const ADMIN = { login: 'admin', name: 'Администратор', password: 'корова-летит-на-юг' }

/** An administrator has not every right; what is about one's own access is for people only. */
export const credentials = ({ access }: Route, cookie: string): Record<string, string> =>
  isRight(access) && !rightsOf('administrator').includes(access)
    ? { authorization: `Bearer ${OPERATOR_TOKEN}` }
    : { cookie }

/** As a running server writes it down for commands of its machine. */
export const OPERATOR_TOKEN = 'a'.repeat(43)

/** The whole server as it is wired, on databases of its own, with an administrator who has signed in. */
export interface House {
  installation: Installation
  app: App
  dataDir: string
  /** The administrator's session. */
  cookie: string
  /** Where it listens: for what only a socket can send. */
  port: number
  /** A call as the desk makes it, from an address that nobody else has. */
  ask(options: InjectOptions): Promise<LightMyRequestResponse>
  /** The same, by the administrator. */
  admin(options: InjectOptions): Promise<LightMyRequestResponse>
  /** The same, by whoever may make this call: the administrator, else a command of the server's machine. */
  entitled(route: Route, options: InjectOptions): Promise<LightMyRequestResponse>
}

/** Call it once at the top of a test file; use what it returns inside tests only. */
export function house(settings: Readonly<Record<string, string>> = {}): House {
  const databases = testDatabases()
  // Filled by beforeAll: reading a field earlier is a mistake in the test.
  const built = {} as House
  beforeAll(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'otklik-attacks-'))
    const config = readConfig({
      OTKLIK_DATA: dataDir,
      DATABASE_URL: databases.databaseUrl,
      CLICKHOUSE_URL: databases.clickhouseUrl,
      CLICKHOUSE_DATABASE: new URL(databases.databaseUrl).pathname.slice(1),
      OTKLIK_PUBLIC_URL: HOME,
      OTKLIK_MAX_UPLOAD_BYTES: '1M',
      ...settings,
    })
    const installation = await openInstallation(config, silentLog())
    const app = await buildServer(installation, { enqueue: async () => undefined } as never, () => OPERATOR_TOKEN)
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as AddressInfo
    const ask = askFrom(app)
    await createAdministrator(installation, ADMIN)
    const { login, password } = ADMIN
    const cookie = sessionCookie(await ask({ method: 'POST', url: '/api/session', payload: { login, password } }))
    const admin = (options: InjectOptions) => ask({ ...options, headers: { cookie, ...options.headers } })
    const entitled = (route: Route, options: InjectOptions) =>
      ask({ ...options, headers: { ...credentials(route, cookie), ...options.headers } })
    Object.assign(built, { installation, app, dataDir, cookie, port, ask, admin, entitled })
  })
  afterAll(async () => {
    await built.app.close()
    await built.installation.close()
    rmSync(built.dataDir, { recursive: true, force: true })
  })
  return built
}

/** Limits by address are a test of their own: every other call comes from somewhere new. */
function askFrom(app: App): House['ask'] {
  let calls = 0
  return (options) => {
    calls++
    const remoteAddress = `10.${(calls >> 16) & 255}.${(calls >> 8) & 255}.${calls & 255}`
    const headers = { origin: HOME, 'sec-fetch-site': 'same-origin', ...options.headers }
    return app.inject({ remoteAddress, ...options, headers })
  }
}

/** `name=value` of the session cookie that an answer sets. */
export function sessionCookie(answer: LightMyRequestResponse): string {
  const line = [answer.headers['set-cookie']].flat().find((one) => one?.includes('otklik_session='))
  if (line === undefined) throw new Error(`no session cookie in ${answer.statusCode} ${answer.body}`)
  return line.split(';')[0] ?? ''
}

/** Sends bytes as they are and gives all that comes back until the server ends the connection, or for so long. */
export function sendRaw(port: number, bytes: string | readonly string[], waitMs = 3000): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let said = ''
    const timer = setTimeout(() => socket.destroy(), waitMs)
    socket.on('data', (piece) => {
      said += piece.toString('latin1')
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(said)
    })
    for (const piece of [bytes].flat()) socket.write(piece)
  })
}
