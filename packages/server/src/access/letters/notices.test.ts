import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { startJobs } from '../../platform/jobs/jobs.ts'
import { silentLog } from '../../platform/log.ts'
import { openMail } from '../../platform/mail/index.ts'
import { mailServer } from '../../platform/mail/mail.fixture.ts'
import { ADMIN, administrator, cookieOf, PASSWORD } from '../access.fixture.ts'
import { type PeopleServer, peopleServer } from '../people/people.fixture.ts'
import type { Letter } from '../deps.ts'
import { caller, codeAt, enrol } from '../signing-in/second-factor/second-factor.fixture.ts'
import { lettersBy, lettersJob, workLetters } from './job.ts'
import { writeLetter } from './write-letter.ts'

const databases = testDatabases()
const NEW_PASSWORD = 'слон-идёт-за-тучей'
const OLD = 'boris.old@mail.test'
let server: PeopleServer
let anna: string
let boris: string
let call: ReturnType<typeof caller>
beforeAll(async () => {
  server = await peopleServer(databases.db)
})
beforeEach(async () => {
  const cookie = await administrator(server)
  call = caller(server, cookie, '192.0.2.44')
  anna = (await databases.db.selectFrom('access_users').select('id').executeTakeFirstOrThrow()).id
  boris = await server.add({ login: 'boris', name: 'Борис', mail: OLD, roles: [[11, 'authority_analyst']] })
  server.sent.length = 0
})
afterAll(() => server.app.close())

const notice = (kind: string, userId = anna) => ({
  kind,
  userId,
  at: server.clock.now.toISOString(),
  from: { address: '192.0.2.44', request: expect.any(String) },
})
/** A second factor, put on by the calls; what was sent of it is forgotten. */
async function enrolled(cookie: string) {
  const factor = await enrol(server, cookie)
  server.sent.length = 0
  return factor
}
const annasCookie = async () => cookieOf(await server.api.signIn({ login: ADMIN.login, password: PASSWORD }))
const saveBoris = (mail: string | null, name = 'Борис') => call('PUT', `/api/people/${boris}`, { name, mail })
const queued = async () => {
  const rows = await databases.pool.query<{ data: object }>('SELECT data FROM jobs.job WHERE name = $1', [
    lettersJob.name,
  ])
  return rows.rows.map(({ data }) => data)
}

describe('a person is told when', () => {
  test('the password was changed, and not when it was not', async () => {
    const change = { current: 'не тот пароль', password: NEW_PASSWORD }
    expect((await call('PUT', '/api/my/password', change)).statusCode).toBe(403)
    expect(server.sent).toEqual([])
    expect((await call('PUT', '/api/my/password', { ...change, current: PASSWORD })).statusCode).toBe(204)
    expect(server.sent).toEqual([notice('password_changed')])
  })

  test('a new password was set by a link', async () => {
    const mail_sealed = server.deps.cipher.seal('anna@mail.test')
    await databases.db.updateTable('access_users').set({ mail_sealed }).where('id', '=', anna).execute()
    let url = ''
    const mail = { send: async (_to: unknown, { link }: { link: { url: string } }) => void (url = link.url) }
    await writeLetter({ ...server.deps, mail }, { kind: 'password_reset', userId: anna })
    const reset = { token: new URL(url).hash.slice(1), password: NEW_PASSWORD }
    expect((await call('POST', '/api/password-resets/completion', reset)).statusCode).toBe(204)
    expect((await call('POST', '/api/password-resets/completion', reset)).statusCode).toBe(404)
    expect(server.sent).toEqual([notice('password_reset_done')])
  })

  test('the second factor was put on, its recovery codes renewed, and it was taken off', async () => {
    const begun = await call('POST', '/api/my/second-factor', { password: PASSWORD })
    const { secret } = begun.json<{ secret: string }>()
    expect(server.sent).toEqual([])
    expect((await call('PUT', '/api/my/second-factor', { code: codeAt(server, secret) })).statusCode).toBe(200)
    expect(server.sent.splice(0)).toEqual([notice('second_factor_on')])
    server.pass(30_000)
    const renewed = await call('POST', '/api/my/recovery-codes', { code: codeAt(server, secret) })
    expect(renewed.statusCode).toBe(200)
    expect(server.sent.splice(0)).toEqual([notice('recovery_codes_renewed')])
    server.pass(30_000)
    const removed = await call('POST', '/api/my/second-factor/removal', { code: codeAt(server, secret) })
    expect(removed.statusCode).toBe(204)
    expect(server.sent).toEqual([notice('second_factor_off')])
  })

  test('a recovery code was used, to sign in or otherwise', async () => {
    const { recoveryCodes } = await enrolled(await annasCookie())
    const half = caller(server, await annasCookie(), '192.0.2.44')
    expect((await half('POST', '/api/session/second-factor', { code: 'xxxx-xxxx-xxxx-xxxx' })).statusCode).toBe(403)
    expect(server.sent).toEqual([])
    const entered = await half('POST', '/api/session/second-factor', { code: recoveryCodes[0] })
    expect(server.sent.splice(0)).toEqual([notice('recovery_code_used')])
    const whole = caller(server, cookieOf(entered), '192.0.2.44')
    await whole('POST', '/api/my/second-factor/removal', { code: recoveryCodes[1] })
    expect(server.sent).toEqual([notice('recovery_code_used'), notice('second_factor_off')])
    for (const code of recoveryCodes) expect(JSON.stringify(server.sent)).not.toContain(code)
  })

  test('an administrator has taken the second factor off, if there was one', async () => {
    const url = `/api/people/${boris}/second-factor`
    expect((await call('DELETE', url)).statusCode).toBe(204)
    expect(server.sent).toEqual([])
    await databases.db.updateTable('access_users').set({ totp_since: new Date() }).where('id', '=', boris).execute()
    expect((await call('DELETE', url)).statusCode).toBe(204)
    expect(server.sent).toEqual([notice('second_factor_reset', boris)])
  })

  test('the address of mail was changed or taken away: at the old one, which stands nowhere readable', async () => {
    for (const mail of ['boris.new@mail.test', null]) {
      await saveBoris(OLD)
      server.sent.length = 0
      expect((await saveBoris(mail)).statusCode).toBe(200)
      expect(server.sent).toEqual([{ ...notice('mail_changed', boris), sealedTo: expect.stringMatching(/^v1\./) }])
      expect(JSON.stringify(server.sent)).not.toContain('mail.test')
    }
  })

  test('not when only the name was, nor before the invitation was accepted', async () => {
    await saveBoris(OLD, 'Борис Б.')
    const vera = await server.add({ login: null, mail: 'slip@mail.test', roles: [[11, 'authority_analyst']] })
    const put = await call('PUT', `/api/people/${vera}`, { name: 'Вера', mail: 'vera@mail.test' })
    expect(put.statusCode).toBe(200)
    expect(server.sent).toEqual([])
  })
})

test('what fails is not told', async () => {
  const { recoveryCodes } = await enrolled(await annasCookie())
  await databases.db.insertInto('access_roles').values({ role: 'administrator', second_factor: true }).execute()
  const whole = cookieOf(
    await caller(server, await annasCookie())('POST', '/api/session/second-factor', { code: recoveryCodes[0] }),
  )
  server.sent.length = 0
  const refused = await caller(server, whole)('POST', '/api/my/second-factor/removal', { code: recoveryCodes[1] })
  await databases.db.deleteFrom('access_roles').execute()
  expect([refused.statusCode, server.sent]).toEqual([409, []])
})

test('nobody without an address, and nobody whose access is closed, is written to', async () => {
  const mail = { send: () => Promise.reject(new Error('nothing was to be sent')) }
  const at = server.clock.now.toISOString()
  const from = { address: '192.0.2.44', request: 'r' }
  const write = (userId: string) =>
    writeLetter({ ...server.deps, mail }, { kind: 'password_changed', userId, at, from })
  expect(await write(anna)).toBe('not_needed')
  await databases.db.updateTable('access_users').set({ disabled_at: new Date() }).where('id', '=', boris).execute()
  expect(await write(boris)).toBe('not_needed')
})

test('only an address of the net is passed on, whatever a header has made of it', async () => {
  const texts: string[] = []
  const mail = { send: async (_to: unknown, letter: object) => void texts.push(JSON.stringify(letter)) }
  const at = server.clock.now.toISOString()
  for (const address of ['2001:db8::7', 'https://evil.test/войдите', '192.0.2.1\r\nBcc: evil@mail.test'])
    await writeLetter(
      { ...server.deps, mail },
      { kind: 'password_changed', userId: boris, at, from: { address, request: 'r' } },
    )
  expect(texts[0]).toContain('Сетевой адрес: 2001:db8::7.')
  for (const text of texts.slice(1)) {
    expect(text).toContain('Сетевой адрес не определён.')
    expect(text).not.toContain('evil')
  }
})

test('letters outlast a failing mail server; each change has its own, and the old address gets that of the new', async () => {
  const smtp = await mailServer()
  const { databaseUrl, db } = databases
  const jobs = await startJobs({ databaseUrl, kinds: [lettersJob], log: silentLog(), alone: true })
  try {
    smtp.state.failing = true
    const name = 'Борис\r\nBcc: evil@mail.test'
    await saveBoris('boris.new@mail.test')
    await db.updateTable('access_users').set({ name }).where('id', '=', boris).execute()
    const [changed] = server.sent
    const twice = { kind: 'password_changed', userId: boris, at: '2026-03-01T20:59:00Z', from: changed?.from } as Letter
    const queue = lettersBy(jobs)
    await db.transaction().execute(async (tx) => {
      for (const letter of [...server.sent, twice, twice]) await queue.send(tx, letter)
    })
    expect(await queued()).toHaveLength(3)
    expect(JSON.stringify(await queued())).not.toContain('mail.test')
    await workLetters.begin(jobs, {
      ...server.deps,
      mail: openMail({ smtpUrl: smtp.url, mailFrom: 'Отклик <otklik@otklik.test>' }),
    })
    await until(() => smtp.state.attempts > 0)
    smtp.state.failing = false
    await until(() => smtp.received.length === 3)
    const to = (address: string) => smtp.received.filter((letter) => letter.to.join() === address)
    expect([to(OLD).length, to('boris.new@mail.test').length]).toEqual([1, 2])
    const told = to(OLD)[0]?.body ?? ''
    expect(told).toContain('Адрес вашей почты в Отклике изменён или убран.')
    expect(told).toMatch(/Это произошло 1 марта 2026 г\. в \d\d:\d\d \(по Москве\)\. Сетевой адрес: 192\.0\.2\.44\./)
    expect(told).toContain('сразу сообщите администратору')
    expect(told).toContain('Открыть Отклик:\nhttp://otklik.test\n')
    expect(told).not.toContain('boris.new')
    expect(to('boris.new@mail.test')[0]?.body).toContain('1 марта 2026 г. в 23:59 (по Москве)')
    for (const { head } of smtp.received) {
      expect(head).not.toMatch(/^Bcc:/im)
      expect(head.match(/^(to|subject):/gim)).toHaveLength(2)
    }
  } finally {
    await jobs.stop()
    await smtp.close()
  }
}, 60_000)

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 900 && !condition(); tries++) await sleep(50)
  expect(condition()).toBe(true)
}
