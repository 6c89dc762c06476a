import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createAdministrator } from '../src/access/index.ts'
import { type RunningInstallation, startServer } from '../src/main.ts'
import { readConfig } from '../src/platform/config.ts'
import { silentLog } from '../src/platform/log.ts'
import { mailServer } from '../src/platform/mail/mail.fixture.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const PUBLIC_URL = 'http://otklik.test'
const anna = { login: 'anna', name: 'Анна', password: 'корова-летит-на-юг' }
let dir = ''
let mail: Awaited<ReturnType<typeof mailServer>>
let server: RunningInstallation
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'otklik-letters-'))
  mail = await mailServer()
  const env = { OTKLIK_DATA: dir, PORT: '0', OTKLIK_PUBLIC_URL: PUBLIC_URL, OTKLIK_SMTP_URL: mail.url }
  server = await startServer(readConfig(env), silentLog())
  const { db, config } = server.installation
  await createAdministrator({ db, config }, anna)
})
afterAll(async () => {
  await server.stop()
  await mail.close()
  rmSync(dir, { recursive: true, force: true })
})

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(server.url + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', origin: PUBLIC_URL, ...headers },
  })

/** The n-th letter to an address, once it has come. */
async function letterTo(address: string, n: number): Promise<string> {
  const come = () => mail.received.filter(({ to }) => to.includes(address))
  for (const deadline = Date.now() + 20_000; come().length < n && Date.now() < deadline; ) await sleep(50)
  return come()[n - 1]?.body ?? ''
}

/** `fetch` names the host by itself. */
function postAsHost(host: string, path: string, body: object, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers: { 'content-type': 'application/json', host, ...headers } }
    request(new URL(path, server.url), options, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
      .on('error', reject)
      .end(JSON.stringify(body))
  })
}

test('an invitation and a new password go by letter, with links to the public address and nowhere else', async () => {
  const { login, password } = anna
  const signed = await post('/api/session', { login, password })
  const cookie = (signed.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  const boris = { name: 'Борис', mail: 'boris@mail.test', organisation: 1, role: 'administrator' }
  const invited = await post('/api/people', boris, { cookie })
  expect(await invited.json()).toMatchObject({ invitation: { mailed: true } })
  const [, invitation = ''] = /http:\/\/otklik\.test\/invitation#([\w-]{43})/.exec(await letterTo(boris.mail, 1)) ?? []
  const acceptance = { token: invitation, login: 'boris', password: 'синий-чайник-поёт' }
  expect((await post('/api/invitations/acceptance', acceptance)).status).toBe(200)

  const forged = { 'x-forwarded-host': 'evil.test', forwarded: 'host=evil.test', origin: PUBLIC_URL }
  expect(await postAsHost('evil.test', '/api/password-resets', { login: 'boris' }, forged)).toBe(202)
  const letter = await letterTo(boris.mail, 2)
  expect(letter).not.toContain('evil.test')
  const [, token = ''] = /http:\/\/otklik\.test\/password-reset#([\w-]{43})/.exec(letter) ?? []
  const reset = { token, password: 'слон-идёт-за-тучей' }
  expect((await post('/api/password-resets/completion', reset)).status).toBe(204)
  const again = await post('/api/session', { login: 'boris', password: reset.password })
  expect(await again.json()).toMatchObject({ session: { user: { login: 'boris' } }, mail: true })
})

test('asking for a new password is limited to five a minute from one address', async () => {
  const statuses = []
  for (let n = 0; n < 6; n++) statuses.push((await post('/api/password-resets', { login: 'nobody' })).status)
  expect(statuses).toContain(429)
  expect(statuses.filter((status) => status === 202).length).toBeLessThanOrEqual(5)
})
