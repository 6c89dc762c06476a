import { MACHINE_RIGHTS, reachOf } from '@otklik/model/access'
import { readCalendar } from '@otklik/model/exchange/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { serve } from '../../platform/http/index.ts'
import {
  lastAudit,
  type OrganisationServer,
  organisationServer,
  refusal,
} from '../organisations/organisations.fixture.ts'
import type { Caller } from '../people/people.fixture.ts'

const databases = testDatabases()
let server: OrganisationServer
let digitalA: Caller & { id: string }
let adminB: Caller & { id: string }
beforeAll(async () => {
  server = await organisationServer(databases.db)
  // A call that tells how far the caller reaches.
  serve(server.app, { ...readCalendar, access: 'progress.read' }, ({ who }) => ({
    suppliers: [{ code: reachOf(who).top ?? '', name: reachOf(who).regions.join() }],
    cells: [],
  }))
  digitalA = await server.signedIn({ login: 'dina', name: 'Дина Ёлкина', roles: [[10, 'digital_lead']] })
  adminB = await server.signedIn({ login: 'vera', name: 'Вера', roles: [[20, 'administrator']] })
})
afterAll(() => server.app.close())

const rights = ['progress.read']
const issue = (who: Caller, organisation: number, more: object = {}) =>
  who.post('/api/tokens', { label: 'ключ', organisation, rights, ...more })
const bearer = (token: string) =>
  server.ask({
    url: '/api/packages/calendar?from=2026-01-01&to=2026-01-31',
    headers: { authorization: `Bearer ${token}` },
  })
const listed = async (who: Caller, query = '') => {
  const { total, rows }: { total: number; rows: { id: string }[] } = (await who.get(`/api/tokens?${query}`)).json()
  return { total, ids: rows.map(({ id }) => id) }
}

describe('without the right', () => {
  const calls = [
    ['GET', '/api/tokens'],
    ['POST', '/api/tokens'],
    ['DELETE', '/api/tokens/00000000-0000-4000-8000-000000000000'],
  ] as const

  test.each(calls)(
    '%s %s is refused to nobody, to a machine and to those who have another one',
    async (method, url) => {
      expect((await server.as().call(method, url)).statusCode).toBe(401)
      const { token } = (await issue(server.adminA, 10, { rights: MACHINE_RIGHTS })).json()
      const asked = await server.ask({ method, url, headers: { authorization: `Bearer ${token}` } })
      expect(asked.json()).toMatchObject({ status: 403, code: 'not_allowed' })
      const head = await server.signedIn({ login: null, roles: [[11, 'authority_head']] })
      expect((await head.call(method, url)).statusCode).toBe(method === 'GET' ? 200 : 403)
    },
  )
})

describe('a key of a machine', () => {
  test('is shown once, acts for its organisation, and its issuer answers for it', async () => {
    const answer = await issue(digitalA, 11, { label: '  Выгрузка   показателей ' })
    expect(answer.statusCode).toBe(201)
    const { id, token } = answer.json()
    expect((await bearer(token)).json().suppliers).toEqual([{ code: '/1/10/11/', name: '' }])
    const page = await digitalA.get('/api/tokens?find=выгрузка')
    expect(page.json()).toEqual({
      total: 1,
      rows: [
        {
          id,
          label: 'Выгрузка показателей',
          organisation: { id: 11, name: 'Орган А' },
          supplier: null,
          rights,
          keeper: { id: digitalA.id, name: 'Дина Ёлкина' },
          createdAt: '2026-03-01T09:00:00.000Z',
          expiresAt: '2027-03-01T09:00:00.000Z',
          lastUsedAt: '2026-03-01T09:00:00.000Z',
          lastUsedFrom: '127.0.0.1',
          revokedAt: null,
        },
      ],
    })
    const record = JSON.stringify(await lastAudit(databases.db))
    expect(record).toContain(`"subject":"token:${id}"`)
    for (const text of [page.body, record]) expect(text).not.toContain(token)
  })

  test('gets no right that its issuer or a machine cannot have', async () => {
    for (const wrong of [['people.read'], ['progress.read', 'suppliers.manage'], ['x'], ['__proto__'], ['']]) {
      const answer = await issue(server.root, 10, { rights: wrong })
      expect(answer.json()).toMatchObject({ status: 400, code: 'bad_rights' })
    }
    expect((await issue(server.root, 10, { rights: [] })).statusCode).toBe(400)
    const { id } = (
      await issue(server.root, 10, { rights: ['packages.send', 'progress.read', 'progress.read'] })
    ).json()
    const { rows } = (await server.root.get('/api/tokens')).json()
    expect(rows).toContainEqual(expect.objectContaining({ id, rights: ['progress.read', 'packages.send'] }))
  })

  test.each(['2026-03-01T09:00:00Z', '2028-03-01T09:00:01Z', '2027-02-30T00:00:00Z', 'вечно'])(
    'is not issued until %s',
    async (expiresAt) => {
      expect((await issue(server.root, 10, { expiresAt })).json()).toMatchObject({ status: 400, code: 'bad_expiry' })
    },
  )

  test('is issued for two years at most', async () => {
    expect((await issue(server.root, 10, { expiresAt: '2028-03-01T09:00:00Z' })).statusCode).toBe(201)
  })

  test('is issued within reach only', async () => {
    const made = refusal(await issue(server.adminA, 123_456))
    for (const organisation of [1, 2, 20, 21, 22, 0, -1, 2 ** 31, 9e15])
      expect(refusal(await issue(server.adminA, organisation))).toEqual(made)
    expect(made).toMatchObject({ status: 404, code: 'not_found' })
  })

  test('is refused from the moment it is revoked', async () => {
    const { id, token } = (await issue(server.adminA, 11)).json()
    expect((await bearer(token)).statusCode).toBe(200)
    expect((await digitalA.remove(`/api/tokens/${id}`)).statusCode).toBe(204)
    expect((await bearer(token)).json()).toMatchObject({ status: 401, code: 'invalid_token' })
    const record = await lastAudit(databases.db)
    expect(record).toMatchObject({ what: 'token.revoked', subject: `token:${id}` })
    expect((await digitalA.remove(`/api/tokens/${id}`)).statusCode).toBe(204)
    expect(await lastAudit(databases.db)).toEqual(record)
  })

  test('does not exist for a neighbour, nor does a made-up one', async () => {
    const { id, token } = (await issue(server.adminA, 11)).json()
    const made = refusal(await adminB.remove('/api/tokens/00000000-0000-4000-8000-000000000000'))
    expect(made).toMatchObject({ status: 404, code: 'not_found' })
    const strange = [id, 'x', '1', '-'.repeat(36), 'a'.repeat(36), encodeURIComponent("' OR '1'='1"), '%00']
    for (const one of strange) {
      const answer = await adminB.remove(`/api/tokens/${one}`)
      if (one === '%00') expect([400, 404]).toContain(answer.statusCode)
      else expect(refusal(answer)).toEqual(made)
    }
    expect((await bearer(token)).statusCode).toBe(200)
  })
})

describe('the list', () => {
  test('holds the keys within reach, by state, in pages and by words', async () => {
    await databases.db.deleteFrom('access_tokens').execute()
    await server.root.put('/api/suppliers/msk', { name: 'Поставщик', organisation: 11 })
    const supplier = (await server.root.post('/api/suppliers/msk/tokens', { label: 'Пакеты' })).json().id
    const near = (await issue(server.adminA, 10, { label: 'Ёмкость', expiresAt: '2026-04-01T00:00:00Z' })).json().id
    const revoked = (await issue(server.root, 11)).json().id
    await server.root.remove(`/api/tokens/${revoked}`)
    const other = (await issue(adminB, 20, { label: 'Чужой' })).json().id
    const all = await listed(server.root)
    expect([all.total, new Set(all.ids)]).toEqual([4, new Set([supplier, near, revoked, other])])
    expect(new Set((await listed(digitalA)).ids)).toEqual(new Set([supplier, near, revoked]))
    expect(await listed(adminB)).toEqual({ total: 1, ids: [other] })
    expect(await listed(server.root, 'state=revoked')).toEqual({ total: 1, ids: [revoked] })
    expect(await listed(server.root, 'limit=1&offset=1')).toMatchObject({ total: 4, ids: [expect.any(String)] })
    for (const [words, id] of [
      ['емкость', near],
      ['MSK пакеты', supplier],
      ['чужой вера', other],
    ] as const)
      expect(await listed(server.root, `find=${encodeURIComponent(words)}`)).toEqual({ total: 1, ids: [id] })
    expect(await listed(digitalA, `find=${encodeURIComponent('чужой')}`)).toEqual({ total: 0, ids: [] })
    const session = await server.root.get('/api/session')
    expect(session.statusCode).toBe(200)
    await databases.db
      .updateTable('access_tokens')
      .set({ expires_at: server.clock.now })
      .where('id', '=', near)
      .execute()
    expect(await listed(server.root, 'state=expired')).toEqual({ total: 1, ids: [near] })
    expect(new Set((await listed(server.root, 'state=good')).ids)).toEqual(new Set([supplier, other]))
  })

  test.each(['csv', 'xlsx'])('is taken away as %s', async (format) => {
    const answer = await server.adminA.get(`/api/tokens?format=${format}`)
    expect(answer.statusCode).toBe(200)
    if (format === 'csv') expect(answer.body).toContain('передавать пакеты')
    if (format === 'csv') expect(answer.body).not.toContain('Чужой')
  })
})

describe('a supplier', () => {
  const codes = async (who: Caller) =>
    (await who.get('/api/suppliers')).json().suppliers.map(({ code }: { code: string }) => code)

  test('belongs to the organisation acted in, and is seen within reach only', async () => {
    expect((await digitalA.put('/api/suppliers/a-one', { name: 'Первый' })).json().organisation.id).toBe(10)
    expect(
      (await digitalA.put('/api/suppliers/a-two', { name: 'Второй', organisation: 11 })).json().organisation.id,
    ).toBe(11)
    expect(await codes(digitalA)).toEqual(expect.arrayContaining(['a-one', 'a-two']))
    expect(await codes(adminB)).toEqual([])
    expect((await server.root.put('/api/suppliers/whole', { name: 'Общий' })).json().organisation.id).toBe(1)
    expect(await codes(digitalA)).not.toContain('whole')
    // Its keys can be issued at once, before the remembered reach has heard of it.
    expect((await digitalA.post('/api/suppliers/a-one/tokens', { label: 'x' })).statusCode).toBe(201)
  })

  test('elsewhere is not found, and keeps its name and place', async () => {
    await digitalA.put('/api/suppliers/a-three', { name: 'Третий' })
    const refused = [
      await adminB.put('/api/suppliers/a-three', { name: 'Мой' }),
      await adminB.put('/api/suppliers/a-three', { name: 'Мой', organisation: 20 }),
      await adminB.post('/api/suppliers/a-three/tokens', { label: 'x' }),
    ]
    const { detail: _, ...made } = refusal(await adminB.post('/api/suppliers/made-up/tokens', { label: 'x' }))
    for (const answer of refused) expect(refusal(answer)).toMatchObject(made)
    expect(made).toMatchObject({ status: 404, code: 'no_such_supplier' })
    const { id } = (await digitalA.post('/api/suppliers/a-three/tokens', { label: 'x' })).json()
    expect((await adminB.remove(`/api/suppliers/a-three/tokens/${id}`)).json()).toMatchObject({ code: 'not_found' })
    const { suppliers } = (await digitalA.get('/api/suppliers')).json()
    expect(suppliers.find(({ code }: { code: string }) => code === 'a-three')).toMatchObject({
      name: 'Третий',
      organisation: { id: 10 },
      tokens: [{ id, revokedAt: null }],
    })
  })

  test('goes to another organisation with its keys, within reach only, and keeps its place when only renamed', async () => {
    await digitalA.put('/api/suppliers/a-four', { name: 'Четвёртый', organisation: 11 })
    await digitalA.post('/api/suppliers/a-four/tokens', { label: 'x' })
    const away = await digitalA.put('/api/suppliers/a-four', { name: 'Четвёртый', organisation: 20 })
    expect(away.json()).toMatchObject({ status: 404, code: 'not_found' })
    const moved = await digitalA.put('/api/suppliers/a-four', { name: 'Четвёртый', organisation: 12 })
    expect(moved.json()).toMatchObject({ organisation: { id: 12 }, tokens: [{ organisation: { id: 12 } }] })
    expect(await lastAudit(databases.db)).toMatchObject({ before: { organisation: 11 }, after: { organisation: 12 } })
    expect((await digitalA.put('/api/suppliers/a-four', { name: '4' })).json().organisation.id).toBe(12)
    expect((await digitalA.put('/api/suppliers/a-four', { name: ' ' })).statusCode).toBe(400)
  })

  test('made by two at once is made once', async () => {
    const answers = await Promise.all([
      digitalA.put('/api/suppliers/race', { name: 'А' }),
      adminB.put('/api/suppliers/race', { name: 'Б' }),
    ])
    expect(answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([200, 404])
  })
})
