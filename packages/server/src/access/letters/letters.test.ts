import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { type Jobs, startJobs } from '../../platform/jobs/jobs.ts'
import { silentLog } from '../../platform/log.ts'
import { type MailLetter, openMail } from '../../platform/mail/index.ts'
import { mailServer } from '../../platform/mail/mail.fixture.ts'
import { ADMIN, type AccessServer, accessServer, administrator, cookieOf, PASSWORD } from '../access.fixture.ts'
import { hashSecret } from '../secrets.ts'
import { caller, codeAt, enrol } from '../signing-in/second-factor/second-factor.fixture.ts'
import { lettersBy, lettersJob, workLetters } from './job.ts'
import { type LetterDeps, writeLetter } from './write-letter.ts'

const databases = testDatabases()
let server: AccessServer
let cookie: string
let letters: { address: string; letter: MailLetter }[]
let deps: LetterDeps
beforeAll(async () => {
  server = await accessServer(databases.db)
})
beforeEach(async () => {
  cookie = await administrator(server)
  const mail_sealed = server.deps.cipher.seal('anna@mail.test')
  await databases.db.updateTable('access_users').set({ mail_sealed }).execute()
  letters = []
  server.sent.length = 0
  const send = async ({ address }: { address: string }, letter: MailLetter) => void letters.push({ address, letter })
  deps = { ...server.deps, mail: { send } }
})
afterAll(() => server.app.close())

const NEW_PASSWORD = 'слон-идёт-за-тучей'
const ask = (login: string, headers: Record<string, string> = {}) =>
  server.ask({ method: 'POST', url: '/api/password-resets', payload: { login }, headers })
const complete = (token: string, password = NEW_PASSWORD) =>
  server.ask({ method: 'POST', url: '/api/password-resets/completion', payload: { token, password } })
const write = async () => {
  for (const letter of server.sent.splice(0)) await writeLetter(deps, letter)
}
const tokenOf = (letter: MailLetter | undefined) => new URL(letter?.link.url ?? 'x:').hash.slice(1)
/** Asks for a link and takes it from the letter. */
async function link(): Promise<string> {
  await ask(ADMIN.login)
  await write()
  return tokenOf(letters.at(-1)?.letter)
}
const audited = async (what: string) =>
  (await databases.db.selectFrom('audit_log').select('seq').where('what', '=', what).execute()).length
const signIn = (password: string) => server.api.signIn({ login: ADMIN.login, password })

describe('asking for a new password', () => {
  test('answers the same, and does the same work, for known and unknown logins', async () => {
    const send = vi.spyOn(server.deps.letters, 'send')
    const answers = [await ask(ADMIN.login), await ask('nobody'), await ask("' OR 1=1 --")]
    expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual(answers.map(() => [202, '{}']))
    expect(send).toHaveBeenCalledTimes(3)
    const asked = send.mock.calls.map(([, letter]) => Object.keys(letter))
    expect(asked).toEqual([asked[0], asked[0], asked[0]])
    send.mockRestore()
    await write()
    expect(letters.map(({ address }) => address)).toEqual(['anna@mail.test'])
  })

  test('sends nothing to the deactivated, to those without an address or without a password', async () => {
    const before = await audited('password.reset_asked')
    for (const change of [{ disabled_at: new Date() }, { mail_sealed: null }, { password: null }]) {
      await administrator(server)
      await databases.db
        .updateTable('access_users')
        .set({ mail_sealed: server.deps.cipher.seal('a@b.test') })
        .execute()
      await databases.db.updateTable('access_users').set(change).execute()
      expect((await ask(ADMIN.login)).statusCode).toBe(202)
      await write()
    }
    expect(letters).toEqual([])
    expect(await audited('password.reset_asked')).toBe(before)
  })

  test('links to the address of the settings, whatever host the request names', async () => {
    await ask(ADMIN.login, { host: 'evil.test', 'x-forwarded-host': 'evil.test', origin: 'http://otklik.test' })
    await write()
    expect(letters[0]?.letter.link.url).toMatch(/^http:\/\/otklik\.test\/password-reset#[\w-]{43}$/)
    expect(JSON.stringify(letters)).not.toContain('evil.test')
  })

  test('again and again fills nobody’s mail', async () => {
    const before = await audited('password.reset_asked')
    for (let n = 0; n < 5; n++) await link()
    expect(letters).toHaveLength(1)
    server.pass(5 * 60_000)
    await link()
    expect(letters).toHaveLength(2)
    expect(await audited('password.reset_asked')).toBe(before + 2)
  })
})

describe('the link of the letter', () => {
  test('sets the password once; all sessions end', async () => {
    const token = await link()
    expect((await complete(token)).statusCode).toBe(204)
    expect((await server.api.session(cookie)).json().session).toBeNull()
    expect((await signIn(PASSWORD)).statusCode).toBe(401)
    expect((await signIn(NEW_PASSWORD)).statusCode).toBe(200)
    const again = await complete(token)
    expect([again.statusCode, again.json().code]).toEqual([404, 'reset_void'])
    expect(await audited('password.reset')).toBeGreaterThan(0)
  })

  test('of two at once, one succeeds', async () => {
    const token = await link()
    const answers = await Promise.all([complete(token), complete(token), complete(token)])
    expect(answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([204, 404, 404])
  })

  test('is good for an hour', async () => {
    const token = await link()
    server.pass(3600_000)
    expect((await complete(token)).statusCode).toBe(404)
  })

  test('stays good when the password is weak, and is void after a newer one, a change or a deactivation', async () => {
    const first = await link()
    expect((await complete(first, 'пароль123456')).json().code).toBe('weak_password')
    server.pass(5 * 60_000)
    const second = await link()
    expect((await complete(first)).statusCode).toBe(404)
    const change = { current: PASSWORD, password: NEW_PASSWORD }
    expect((await caller(server, cookie)('PUT', '/api/my/password', change)).statusCode).toBe(204)
    expect((await complete(second)).statusCode).toBe(404)
    server.pass(5 * 60_000)
    const third = await link()
    await databases.db.updateTable('access_users').set({ disabled_at: new Date() }).execute()
    expect((await complete(third)).statusCode).toBe(404)
  })

  test('leaves the second factor as it is', async () => {
    const { secret } = await enrol(server, cookie)
    expect((await complete(await link())).statusCode).toBe(204)
    const half = await signIn(NEW_PASSWORD)
    expect(half.json()).toMatchObject({ session: null, secondFactor: true })
    const call = caller(server, cookieOf(half))
    expect((await call('POST', '/api/session/second-factor', { code: codeAt(server, secret) })).statusCode).toBe(200)
  })

  test('is nowhere but in the letter', async () => {
    const token = await link()
    for (const table of ['access_password_resets', 'audit_log', 'access_users']) {
      const { rows } = await databases.pool.query(`SELECT * FROM ${table}`)
      expect(JSON.stringify(rows)).not.toContain(token)
    }
  })
})

describe('an invitation', () => {
  test('has a link of its own in the letter, good as long as the one that was shown', async () => {
    const { id } = await databases.db.selectFrom('access_users').select('id').executeTakeFirstOrThrow()
    const expires_at = new Date(server.clock.now.getTime() + 7 * 86_400_000)
    const shown = { user_id: id, invited_by: null, created_at: server.clock.now, expires_at }
    await databases.db
      .insertInto('access_invitations')
      .values({ ...shown, hash: 'shown' })
      .execute()
    expect(await writeLetter(deps, { kind: 'invitation', userId: id })).toBe('sent')
    const { link } = letters[0]?.letter ?? {}
    expect(link?.url).toMatch(/^http:\/\/otklik\.test\/invitation#[\w-]{43}$/)
    const rows = await databases.db.selectFrom('access_invitations').select(['hash', 'expires_at']).execute()
    const hashes = ['shown', hashSecret(tokenOf(letters[0]?.letter))]
    expect(rows.toSorted((a, b) => b.hash.localeCompare(a.hash))).toEqual(
      hashes.toSorted((a, b) => b.localeCompare(a)).map((hash) => ({ hash, expires_at })),
    )
  })

  test('that has been accepted or withdrawn meanwhile sends no letter', async () => {
    const { id } = await databases.db.selectFrom('access_users').select('id').executeTakeFirstOrThrow()
    expect(await writeLetter(deps, { kind: 'invitation', userId: id })).toBe('not_needed')
  })
})

test('a letter that could not be sent leaves no link behind', async () => {
  const refuse = { send: () => Promise.reject(new Error('no mail today')) }
  const { id } = await databases.db.selectFrom('access_users').select('id').executeTakeFirstOrThrow()
  const expires_at = new Date(server.clock.now.getTime() + 86_400_000)
  const shown = { hash: 'shown', user_id: id, invited_by: null, created_at: server.clock.now, expires_at }
  await databases.db.insertInto('access_invitations').values(shown).execute()
  for (const kind of ['invitation', 'password_reset'] as const)
    await expect(writeLetter({ ...deps, mail: refuse }, { kind, userId: id })).rejects.toThrow('no mail today')
  expect(await databases.db.selectFrom('access_invitations').select('hash').execute()).toEqual([{ hash: 'shown' }])
  expect(await databases.db.selectFrom('access_password_resets').select('hash').execute()).toEqual([{ hash: null }])
  expect(await writeLetter(deps, { kind: 'password_reset', userId: id })).toBe('sent')
})

test('a letter survives a failing mail server and goes out later, with a link that works', async () => {
  const smtp = await mailServer()
  smtp.state.failing = true
  let jobs: Jobs | undefined
  try {
    const { databaseUrl, db } = databases
    jobs = await startJobs({ databaseUrl, kinds: [lettersJob], log: silentLog(), alone: true })
    const mail = openMail({ smtpUrl: smtp.url, mailFrom: 'Отклик <otklik@otklik.test>' })
    await workLetters.begin(jobs, { ...server.deps, mail })
    const { id } = await db.selectFrom('access_users').select('id').executeTakeFirstOrThrow()
    const queue = lettersBy(jobs)
    await db.transaction().execute((tx) => queue.send(tx, { kind: 'password_reset', userId: id }))
    await until(() => smtp.state.attempts > 0)
    const waiting = await databases.pool.query(`SELECT data FROM jobs.job WHERE name = $1`, [lettersJob.name])
    expect(waiting.rows).toEqual([{ data: { kind: 'password_reset', userId: id } }])
    smtp.state.failing = false
    await until(() => smtp.received.length > 0)
    expect(smtp.received[0]?.to).toEqual(['anna@mail.test'])
    const [, token = ''] = /http:\/\/otklik\.test\/password-reset#([\w-]{43})/.exec(smtp.received[0]?.body ?? '') ?? []
    expect((await complete(token)).statusCode).toBe(204)
  } finally {
    await jobs?.stop()
    await smtp.close()
  }
}, 60_000)

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600 && !condition(); tries++) await sleep(50)
  expect(condition()).toBe(true)
}
