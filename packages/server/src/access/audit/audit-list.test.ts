import { type AuditEventName, NOTHING, type Principal } from '@otklik/model/access'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { person } from '../../../test/support/principals.ts'
import { recordAudit, verifyAudit } from '../../platform/audit/index.ts'
import { type App, buildHttp } from '../../platform/http/index.ts'
import { silentLog } from '../../platform/log.ts'
import { auditRoutes } from './audit-routes.ts'

const databases = testDatabases()
let app: App
/** Who asks, by the header `x-who`. */
const callers: Record<string, Principal> = {}

const inPlace = (id: number, path: string, more: Partial<Parameters<typeof person>[0]> = {}): Principal =>
  person({
    id: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
    login: `login-${id}`,
    name: `Сотрудник ${id}`,
    as: { membership: `m-${id}`, role: 'authority_head', organisation: { id, name: `Орган ${id}`, path } },
    reach: { ...NOTHING, top: path },
    ...more,
  })

beforeAll(async () => {
  const { db } = databases
  await databases.pool.query(`
    INSERT INTO access_organisations (id, parent_id, path, kind, name, created_at, folded) VALUES
      (10, 1, '/1/10/', 'region', 'Регион', now(), 'регион'),
      (11, 10, '/1/10/11/', 'regional_body', 'Орган 11', now(), 'орган 11'),
      (100, 1, '/1/100/', 'region', 'Другой', now(), 'другой')`)
  Object.assign(callers, {
    all: person(),
    region: inPlace(10, '/1/10/'),
    body: inPlace(11, '/1/10/11/'),
    other: inPlace(100, '/1/100/'),
    roleless: person({ as: null, rights: ['audit.read'], reach: NOTHING }),
    weak: inPlace(11, '/1/10/11/', { rights: ['progress.read'] }),
  })
  app = await buildHttp({
    config: { publicUrl: 'http://otklik.test', trustProxy: false },
    log: silentLog(),
    authenticate: async ({ headers }) => callers[String(headers['x-who'])] ?? { kind: 'nobody' },
    checkAnswers: true,
  })
  auditRoutes(app, { db })
})
afterAll(() => app.close())

/** As an intruder with the rights of the database's owner: every test begins with an empty log. */
beforeEach(async () => {
  await databases.pool.query('ALTER TABLE audit_log DISABLE TRIGGER ALL')
  await databases.pool.query('DELETE FROM audit_log')
  await databases.pool.query('ALTER TABLE audit_log ENABLE TRIGGER ALL')
})

const ask = (who: string, query = '') => app.inject({ url: `/api/audit${query}`, headers: { 'x-who': who } })
const rows = async (who: string, query = '') => (await ask(who, query)).json().rows
const subjects = async (who: string, query = '') =>
  (await rows(who, query)).map(({ subject }: { subject: string }) => subject)
/** An event of an older version, which has no words today. */
const THING_SAVED = 'thing.saved' as AuditEventName
const write = (who: Principal | 'system', subject: string, at: string, more: object = {}) =>
  databases.db
    .transaction()
    .execute((tx) => recordAudit(tx, { who, what: THING_SAVED, subject, ...more, at: new Date(at) }))

/** One record of each place, in the order of days. */
async function writeSome(): Promise<void> {
  await write('system', 'thing:system', '2026-03-01T10:00:00Z')
  await write(callers.region ?? 'system', 'thing:region', '2026-03-02T10:00:00Z')
  await write(callers.body ?? 'system', 'thing:body', '2026-03-03T10:00:00Z', { before: { a: 1 }, after: { a: 2 } })
  await write(callers.other ?? 'system', 'thing:other', '2026-03-04T10:00:00Z')
}

describe('whose records are seen', () => {
  test.each([
    ['all', ['thing:other', 'thing:body', 'thing:region', 'thing:system']],
    ['region', ['thing:body', 'thing:region']],
    ['body', ['thing:body']],
    // A path that only begins alike is another part of the tree.
    ['other', ['thing:other']],
    ['roleless', []],
  ])('%s', async (who, seen) => {
    await writeSome()
    expect(await subjects(who)).toEqual(seen)
  })

  test('none without the right', async () => {
    expect((await ask('weak')).statusCode).toBe(403)
    expect((await ask('nobody')).statusCode).toBe(401)
  })

  test('an organisation stands for what is under it, and one out of reach does not exist', async () => {
    await writeSome()
    expect(await subjects('all', '?organisation=10')).toEqual(['thing:body', 'thing:region'])
    expect(await subjects('region', '?organisation=11')).toEqual(['thing:body'])
    expect(await subjects('body', '?organisation=10')).toEqual(['thing:body'])
    expect(await subjects('body', '?organisation=100')).toEqual([])
    expect(await subjects('body', '?organisation=99999999999')).toEqual([])
  })

  test('the same in a file', async () => {
    await writeSome()
    const { body, headers } = await ask('region', '?format=csv')
    expect(headers['content-type']).toMatch('text/csv')
    expect(body).toMatch('thing:body')
    expect(body).not.toMatch('thing:other')
    expect(body.trim().split('\n')).toHaveLength(3)
  })
})

test('a record says who, for whom, when, from where and what', async () => {
  await write(callers.body ?? 'system', 'thing:body', '2026-03-03T10:00:00Z', {
    before: { a: 1 },
    after: { a: 2 },
    from: { address: '192.0.2.7', request: 'r-1' },
  })
  expect(await rows('all')).toEqual([
    {
      seq: 1,
      at: '2026-03-03T10:00:00.000Z',
      who: { kind: 'user', id: '00000000-0000-4000-8000-000000000011', name: 'Сотрудник 11', login: 'login-11' },
      role: 'authority_head',
      organisation: { id: 11, name: 'Орган 11' },
      what: 'thing.saved',
      subject: 'thing:body',
      before: { a: 1 },
      after: { a: 2 },
      address: '192.0.2.7',
      request: 'r-1',
    },
  ])
  expect(await verifyAudit(databases.db)).toMatchObject({ ok: true, rows: 1 })
})

test('pages follow one another without gaps, also where clocks went back', async () => {
  const minutes = [5, 3, 9, 3, 1, 7, 3, 8]
  for (const [index, minute] of minutes.entries())
    await write(callers.body ?? 'system', `thing:${index}`, `2026-03-03T10:0${minute}:00Z`)
  const seen: string[] = []
  let query = '?limit=3'
  for (;;) {
    const page = (await ask('body', query)).json()
    seen.push(...page.rows.map(({ subject }: { subject: string }) => subject))
    if (page.next === null) break
    query = `?limit=3&before=${page.next}`
  }
  expect(seen).toEqual(['thing:2', 'thing:7', 'thing:5', 'thing:0', 'thing:6', 'thing:3', 'thing:1', 'thing:4'])
  expect(await subjects('body', '?before=1')).toEqual(['thing:6', 'thing:3', 'thing:1', 'thing:4'])
})

test.each([
  // A day in Moscow begins three hours before its day in UTC.
  ['?from=2026-03-04', ['thing:other']],
  ['?to=2026-03-02', ['thing:region', 'thing:system']],
  ['?from=2026-03-02&to=2026-03-03', ['thing:body', 'thing:region']],
  ['?who=system', ['thing:system']],
  ['?subject=thing:body', ['thing:body']],
  ['?what=thing.saved&limit=1', ['thing:other']],
  ['?what=thing.lost', []],
  ['?find=REGION', ['thing:region']],
  ['?find=%25', []],
])('filter %s', async (query, seen) => {
  await writeSome()
  expect(await subjects('all', query)).toEqual(seen)
})

test('people are found by their names, as those who did it and as those it was done to', async () => {
  const id = '00000000-0000-4000-8000-000000000011'
  await databases.pool.query(
    `INSERT INTO access_users (id, name, created_at, folded) VALUES ($1, 'Зоя Ёлкина', now(), 'зоя елкина')`,
    [id],
  )
  await writeSome()
  await write('system', `user:${id}`, '2026-03-05T10:00:00Z')
  expect(await subjects('all', `?find=${encodeURIComponent('Ёлкин')}`)).toEqual([`user:${id}`, 'thing:body'])
  // Finding shows no more than the list does.
  expect(await subjects('other', `?find=${encodeURIComponent('Ёлкин')}`)).toEqual([])
})
