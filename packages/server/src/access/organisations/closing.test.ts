import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { added, fields, lastAudit, type OrganisationServer, organisationServer } from './organisations.fixture.ts'

const databases = testDatabases()
let server: OrganisationServer
beforeAll(async () => {
  server = await organisationServer(databases.db)
})
afterAll(() => server.app.close())

const close = (id: number, successor: number | null, who = server.root) =>
  who.post(`/api/organisations/${id}/closure`, { successor })
const reopen = (id: number, who = server.root) => who.remove(`/api/organisations/${id}/closure`)
const body = (name: string, parent = 10) => added(server.root, parent, 'regional_body', fields(name))

describe('closing', () => {
  test('without a successor is for what holds nothing, and may be repeated', async () => {
    const empty = await body('Пустой')
    const answer = await close(empty.id, null)
    expect(answer.json()).toMatchObject({ id: empty.id, closedAt: server.clock.now.toISOString() })
    expect(await lastAudit(databases.db)).toMatchObject({ what: 'organisation.closed', after: { successor: null } })
    server.pass(1000)
    expect((await close(empty.id, null)).json()).toEqual(answer.json())
  })

  test('says what is held when nobody is to take it', async () => {
    const full = await body('Полный')
    await added(server.root, full.id, 'institution', fields('Учреждение'))
    await added(server.root, full.id, 'institution', fields('Учреждение 2'))
    await server.add({ login: null, roles: [[full.id, 'authority_head']] })
    await server.root.put('/api/suppliers/full', { name: 'Поставщик', organisation: full.id })
    await server.root.post('/api/suppliers/full/tokens', { label: 'ключ' })
    await server.root.post('/api/tokens', { label: 'ключ', organisation: full.id, rights: ['progress.read'] })
    const refused = (await close(full.id, null)).json()
    expect(refused).toMatchObject({ status: 409, code: 'organisation_holds' })
    expect(refused.detail).toMatch(/под ней – 2, ролей людей – 1, поставщиков – 1, действующих ключей – 2\./)
    expect((await server.root.get(`/api/organisations/${full.id}`)).json().closedAt).toBeNull()
  })

  test('hands everything over in one step', async () => {
    const [old, heir] = [await body('Прежний'), await body('Преемник')]
    const child = await added(server.root, old.id, 'institution', fields('Учреждение'))
    const office = await added(server.root, child.id, 'office', fields('Окно'))
    const head = await server.signedIn({ login: 'glava', roles: [[old.id, 'authority_head']] })
    const both = await server.signedIn({
      login: 'oba',
      roles: [
        [old.id, 'authority_analyst'],
        [heir.id, 'authority_analyst'],
      ],
    })
    await server.root.put('/api/suppliers/prezhniy', { name: 'Поставщик', organisation: old.id })
    const supplierKey = (await server.root.post('/api/suppliers/prezhniy/tokens', { label: 'ключ' })).json()
    const machine = { label: 'ключ', organisation: old.id, rights: ['progress.read'] }
    const key = (await server.root.post('/api/tokens', machine)).json()
    const revoked = (await server.root.post('/api/tokens', machine)).json()
    await server.root.remove(`/api/tokens/${revoked.id}`)

    const answer = await close(old.id, heir.id, server.adminA)
    expect(answer.json()).toMatchObject({ id: old.id, children: 0, people: 0 })
    const found = databases.db.selectFrom('access_organisations').select('path').where('id', '=', office.id)
    expect((await found.executeTakeFirstOrThrow()).path).toBe(`/1/10/${heir.id}/${child.id}/${office.id}/`)
    const { rows: tokens } = await databases.pool.query('SELECT id, organisation_id FROM access_tokens')
    const owners = Object.fromEntries(tokens.map(({ id, organisation_id }) => [id, organisation_id]))
    expect(owners).toMatchObject({ [supplierKey.id]: heir.id, [key.id]: heir.id, [revoked.id]: old.id })
    const { suppliers } = (await server.root.get('/api/suppliers')).json()
    expect(suppliers.find(({ code }: { code: string }) => code === 'prezhniy').organisation.id).toBe(heir.id)
    // The session goes on where the role went.
    const session = (await head.get('/api/session')).json().session
    expect(session.membership).toMatchObject({ role: 'authority_head', organisation: { id: heir.id } })
    expect((await both.get('/api/session')).json().session.memberships).toHaveLength(1)
    const record = await lastAudit(databases.db)
    expect(record).toMatchObject({ after: { successor: heir.id, children: [child.id], suppliers: ['prezhniy'] } })
    expect(JSON.stringify(record)).not.toContain(key.token)
    expect((await server.root.get(`/api/organisations/${heir.id}`)).json()).toMatchObject({ children: 1, people: 2 })
  })

  test('keeps a closed child where it was, and leaves it closed', async () => {
    const [old, heir] = [await body('А'), await body('Б')]
    const child = await added(server.root, old.id, 'institution', fields('Закрытое'))
    await close(child.id, null)
    expect((await close(old.id, heir.id)).statusCode).toBe(200)
    expect((await reopen(child.id)).json()).toMatchObject({ status: 409, code: 'organisation_closed' })
    expect((await server.root.put(`/api/organisations/${child.id}/parent`, { parent: heir.id })).statusCode).toBe(200)
    expect((await reopen(child.id)).json()).toMatchObject({ closedAt: null, parent: heir.id })
  })

  test('refuses a successor that cannot take it', async () => {
    const old = await body('Закрываемый')
    const office = await added(server.root, old.id, 'office', fields('Окно'))
    expect((await close(old.id, old.id)).json()).toMatchObject({ status: 409, code: 'own_subtree' })
    expect((await close(old.id, office.id)).json()).toMatchObject({ status: 409, code: 'own_subtree' })
    expect((await close(old.id, 13)).json()).toMatchObject({ status: 409, code: 'wrong_place' })
    const gone = await body('Закрытый')
    await close(gone.id, null)
    expect((await close(old.id, gone.id)).json()).toMatchObject({ status: 409, code: 'organisation_closed' })
    expect((await close(1, 10)).json()).toMatchObject({ status: 409, code: 'root_stays' })
    expect((await server.root.get(`/api/organisations/${office.id}`)).json().parent).toBe(old.id)
  })

  test('refuses roles that the successor’s kind has not', async () => {
    const office = await added(server.root, 11, 'office', fields('Окно'))
    const old = await added(server.root, 11, 'institution', fields('Учреждение'))
    await server.add({ login: null, roles: [[old.id, 'authority_head']] })
    const refused = (await close(old.id, office.id)).json()
    expect(refused).toMatchObject({ status: 409, code: 'successor_unfit' })
    expect(refused.detail).toContain('Руководитель органа')
  })

  test('never hands a role of a territory to the region itself: above it stands the whole system', async () => {
    const centre = await added(server.root, 10, 'institution', fields('Центр оптимизации'))
    const holder = await server.signedIn({ login: null, roles: [[centre.id, 'optimisation_centre']] })
    for (const closer of [server.adminA, server.root])
      expect((await close(centre.id, 10, closer)).json()).toMatchObject({ status: 409, code: 'successor_unfit' })
    const { session } = (await holder.get('/api/session')).json()
    expect(session).toMatchObject({ everything: false, membership: { organisation: { id: centre.id } } })
  })

  test('leaves out closed ones unless they are asked for', async () => {
    const gone = await body('Невидимый')
    await close(gone.id, null)
    const rows = async (query: string) =>
      (await server.root.get(`/api/organisations?${query}`)).json().rows.map(({ id }: { id: number }) => id)
    expect(await rows('parent=10')).not.toContain(gone.id)
    expect(await rows('parent=10&closed=true')).toContain(gone.id)
    expect(await rows(`find=${encodeURIComponent('невидимый')}`)).toEqual([])
  })

  test('and reopening changes nothing the second time; both refuse what cannot be put into a closed one', async () => {
    const gone = await body('Туда и обратно')
    await close(gone.id, null)
    const post = (url: string, payload: object) => server.root.post(url, payload)
    const refused = [
      await post('/api/organisations', { parent: gone.id, kind: 'institution', ...fields('Х') }),
      await post('/api/tokens', { label: 'x', organisation: gone.id, rights: ['progress.read'] }),
      await server.root.put('/api/suppliers/closed-one', { name: 'x', organisation: gone.id }),
    ]
    for (const answer of refused) expect(answer.json()).toMatchObject({ status: 409, code: 'organisation_closed' })
    expect((await reopen(gone.id)).json().closedAt).toBeNull()
    const record = await lastAudit(databases.db)
    expect(record).toMatchObject({ what: 'organisation.reopened' })
    expect((await reopen(gone.id)).statusCode).toBe(200)
    expect(await lastAudit(databases.db)).toEqual(record)
  })
})
