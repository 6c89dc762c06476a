import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { accessSealed, createAdministrator } from '../../src/access/index.ts'
import { cipherOf } from '../../src/platform/cipher.ts'
import { silentLog } from '../../src/platform/log.ts'
import { openRecordsKey } from '../../src/platform/records-key/index.ts'
import { testDatabases } from '../support/databases.ts'
import { otklikWith } from './otklik.ts'

const databases = testDatabases()
const dataDir = mkdtempSync(join(tmpdir(), 'otklik-key-'))
const file = join(dataDir, 'keys', 'records.key')
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const open = () => openRecordsKey({ db: databases.db, dataDir, sealed: accessSealed, log: silentLog() })
const run = (...args: string[]) => {
  const { databaseUrl, clickhouseUrl, clickhouse } = databases
  const engines = { DATABASE_URL: databaseUrl, CLICKHOUSE_URL: clickhouseUrl, CLICKHOUSE_DATABASE: clickhouse.database }
  return otklikWith(engines, dataDir, ...args)
}
async function forgetPeople(): Promise<void> {
  await databases.db.deleteFrom('access_memberships').execute()
  await databases.db.deleteFrom('access_users').execute()
}
/** A key, and a person whose address and second factor are sealed with it. */
beforeEach(async () => {
  const { db } = databases
  await db.deleteFrom('records_key').execute()
  await forgetPeople()
  rmSync(join(dataDir, 'keys'), { recursive: true, force: true })
  const cipher = await open()
  await createAdministrator(
    { db, config: { publicUrl: '' } },
    { login: 'anna', name: 'Анна', password: 'корова-летит-на-юг' },
  )
  const sealed = { mail_sealed: cipher.seal('anna@otklik.test'), totp_sealed: cipher.seal('JBSWY3DP') }
  await db
    .updateTable('access_users')
    .set({ ...sealed, totp_since: new Date() })
    .execute()
})
const opened = async () => {
  const { mail_sealed } = await databases.db.selectFrom('access_users').select('mail_sealed').executeTakeFirstOrThrow()
  return (await open()).open(mail_sealed ?? '')
}

test('the key stays the same from start to start', async () => {
  expect(await opened()).toBe('anna@otklik.test')
  expect(await run('records-key')).toMatchObject({ status: 0, stdout: 'Ключ записей подходит к базе.\n' })
  expect(await run('records-key', '--new')).toMatchObject({ status: 0, stdout: 'Ключ записей подходит к базе.\n' })
  expect(await opened()).toBe('anna@otklik.test')
})

const other = 'A'.repeat(32)
test.each([
  [
    'missing',
    () => rmSync(file),
    /^Нет ключа записей .*закрыты записи \(почтовых адресов людей: 1, вторых факторов: 1\)/,
  ],
  ['empty', () => writeFileSync(file, ''), /^Ключ записей не годится\. Файл .*records\.key повреждён: он пуст\./],
  ['cut', () => writeFileSync(file, readFileSync(file).subarray(0, 20)), /повреждён: в нём 20 зн/],
  [
    'of another installation',
    () => writeFileSync(file, other),
    /records\.key не тот, которым закрыты записи этой базы/,
  ],
])('a key that is %s stops the start with a sentence, and nothing is made for it', async (_, spoil, says) => {
  const kept = readFileSync(file, 'utf8')
  spoil()
  const before = readdirSync(join(dataDir, 'keys'))
  const { status, stderr } = await run('serve')
  expect([status, stderr]).toEqual([2, expect.stringMatching(says)])
  expect(stderr).toContain('otklik records-key')
  expect(readdirSync(join(dataDir, 'keys'))).toEqual(before)
  writeFileSync(file, kept)
  expect(await opened()).toBe('anna@otklik.test')
})

test('an installation of a version that noted nothing of the key is told by what is sealed', async () => {
  const { db } = databases
  const forget = () => db.deleteFrom('records_key').execute()
  await forget()
  renameSync(file, `${file}.away`)
  await expect(open()).rejects.toThrow(/Нет ключа записей/)
  writeFileSync(file, other)
  await expect(open()).rejects.toThrow(/не тот/)
  renameSync(`${file}.away`, file)
  expect(await opened()).toBe('anna@otklik.test')
  // Noted now: another key would not do even where nothing is sealed any more.
  await forgetPeople()
  writeFileSync(file, other)
  await expect(open()).rejects.toThrow(/не тот/)
})

test('records that an even older key sealed keep nobody out', async () => {
  const { db } = databases
  await db.deleteFrom('records_key').execute()
  await db
    .updateTable('access_users')
    .set({ totp_sealed: cipherOf(other).seal('x') })
    .execute()
  expect(await opened()).toBe('anna@otklik.test')
})

test('a second server of one database makes no key of its own', async () => {
  rmSync(file)
  await forgetPeople()
  await expect(open()).rejects.toThrow(/Нет ключа записей .*, хотя у этой базы он уже есть/)
})

test('a new key for a lost one is made when told to, with what is lost said before and noted after', async () => {
  const { db } = databases
  rmSync(file)
  const asked = await run('records-key')
  expect(asked).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/\nС новым ключом потеряется: почтовых адресов людей: 1, вторых факторов: 1\./),
  })
  const done = await run('records-key', '--new')
  expect(done.stdout).toBe('Создан новый ключ записей. Потеряно: почтовых адресов людей: 1, вторых факторов: 1.\n')
  expect(await db.selectFrom('access_users').select(['mail_sealed', 'totp_sealed', 'totp_since']).execute()).toEqual([
    { mail_sealed: null, totp_sealed: null, totp_since: null },
  ])
  const last = await db.selectFrom('audit_log').select('what').orderBy('seq', 'desc').executeTakeFirst()
  expect(last).toEqual({ what: 'installation.key_replaced' })
  expect(await run('records-key')).toMatchObject({ status: 0 })
})

test('every column of sealed texts is told of by its context', async () => {
  const { rows } = await databases.pool.query(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
     WHERE column_name LIKE '%\\_sealed' ORDER BY 1`,
  )
  expect(rows.map(({ name }) => name)).toEqual([
    'access_users.mail_sealed',
    'access_users.totp_sealed',
    'appeals.answer_sealed',
    'appeals.contact_sealed',
    'appeals.original_sealed',
    'appeals_files.name_sealed',
    'appeals_set_aside.cells_sealed',
    'certification_remarks.contacts_sealed',
    'survey_feedback.contact_sealed',
  ])
})
