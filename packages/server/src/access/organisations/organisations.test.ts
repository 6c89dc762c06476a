import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import type { Caller } from '../people/people.fixture.ts'
import {
  added,
  fields,
  lastAudit,
  type OrganisationServer,
  organisationServer,
  refusal,
} from './organisations.fixture.ts'

const databases = testDatabases()
let server: OrganisationServer
beforeAll(async () => {
  server = await organisationServer(databases.db)
})
afterAll(() => server.app.close())

const list = async (who: Caller, query = '') => {
  const answer = await who.get(`/api/organisations?${query}`)
  expect(answer.statusCode).toBe(200)
  const { total, rows }: { total: number; rows: { id: number; name: string }[] } = answer.json()
  return { total, ids: rows.map(({ id }) => id) }
}

describe('without the right', () => {
  const calls = [
    ['GET', '/api/organisations'],
    ['GET', '/api/organisations/10'],
    ['POST', '/api/organisations'],
    ['PUT', '/api/organisations/10'],
    ['PUT', '/api/organisations/10/parent'],
    ['POST', '/api/organisations/10/closure'],
    ['DELETE', '/api/organisations/10/closure'],
  ] as const

  test.each(calls)('%s %s is refused to nobody and to those who have another one', async (method, url) => {
    expect((await server.as().call(method, url)).statusCode).toBe(401)
    const clerk = await server.signedIn({ login: null, roles: [[11, 'interviewer']] })
    expect((await clerk.call(method, url)).json()).toMatchObject({ status: 403, code: 'not_allowed' })
    const reader = await server.signedIn({ login: null, roles: [[10, 'client_centricity_lead']] })
    expect((await reader.call(method, url)).statusCode).toBe(method === 'GET' ? 200 : 403)
  })
})

describe('the list', () => {
  test('begins with the top of the viewer’s part', async () => {
    expect(await list(server.root)).toEqual({ total: 1, ids: [1] })
    expect(await list(server.adminA)).toEqual({ total: 1, ids: [10] })
    expect(await list(server.bodyA)).toEqual({ total: 1, ids: [11] })
    const observer = await server.signedIn({ login: null, roles: [[2, 'ministry_observer']] })
    expect(await list(observer)).toEqual({ total: 1, ids: [1] })
    const coordinator = await server.signedIn({ login: null, roles: [[13, 'monitoring_coordinator']] })
    expect(await list(coordinator)).toEqual({ total: 1, ids: [10] })
  })

  test('shows the children of one by name, in pages', async () => {
    expect(await list(server.root, 'parent=1')).toEqual({ total: 3, ids: [2, 10, 20] })
    expect(await list(server.root, 'parent=1&limit=1&offset=1')).toEqual({ total: 3, ids: [10] })
    expect(await list(server.root, 'parent=1&offset=999999999999')).toEqual({ total: 3, ids: [] })
    expect(await list(server.adminA, 'parent=12')).toEqual({ total: 0, ids: [] })
  })

  test('finds words in any order, ё as е, and the ОГРН, nowhere but within reach', async () => {
    await added(server.root, 11, 'institution', fields('Учёба и развитие', { ogrn: '1027700132195', shortName: 'УиР' }))
    expect(await list(server.root, `find=${encodeURIComponent('развитие УЧЕБА')}`)).toMatchObject({ total: 1 })
    expect(await list(server.adminA, 'find=1027700132195')).toMatchObject({ total: 1 })
    expect(await list(server.adminA, `find=${encodeURIComponent('уир')}`)).toMatchObject({ total: 1 })
    expect(await list(server.adminA, `find=${encodeURIComponent('орган')}`)).toEqual({ total: 1, ids: [11] })
    expect(await list(server.adminA, `find=${encodeURIComponent('Б')}`)).toMatchObject({ total: 1 })
    expect(await list(server.root, `find=${encodeURIComponent('%_')}`)).toEqual({ total: 0, ids: [] })
  })

  test('of one kind looks in the whole part', async () => {
    expect(await list(server.root, 'kind=office')).toEqual({ total: 2, ids: [12, 22] })
    expect(await list(server.adminA, 'kind=office')).toEqual({ total: 1, ids: [12] })
    expect((await server.root.get('/api/organisations?kind=planet')).statusCode).toBe(400)
  })

  test.each(['csv', 'xlsx'])('as %s holds the whole part of the tree and nothing else', async (format) => {
    const answer = await server.adminA.get(`/api/organisations?format=${format}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-disposition']).toContain(`.${format}`)
    if (format !== 'csv') return
    expect(answer.body).toContain('Офис А')
    expect(answer.body).not.toContain('Орган Б')
    expect(answer.body).not.toContain('Вся система')
  })
})

describe('an organisation', () => {
  test('says what stands above it, from the top of the viewer’s part on, and how much under it', async () => {
    await server.add({ login: null, roles: [[12, 'interviewer']] })
    await server.add({
      login: null,
      roles: [
        [12, 'interviewer'],
        [12, 'paper_clerk'],
        [11, 'authority_head'],
      ],
    })
    const asRoot = (await server.root.get('/api/organisations/12')).json()
    expect(asRoot).toMatchObject({ parent: 11, children: 0, people: 2 })
    expect(asRoot.above).toEqual([
      { id: 1, name: 'Вся система' },
      { id: 10, name: 'Регион А' },
      { id: 11, name: 'Орган А' },
    ])
    expect((await server.adminA.get('/api/organisations/12')).json().above).toMatchObject([{ id: 10 }, { id: 11 }])
    expect((await server.bodyA.get('/api/organisations/11')).json()).toMatchObject({ above: [], parent: null })
    const [ten, all] = [await server.root.get('/api/organisations/10'), await server.root.get('/api/organisations/1')]
    const { rows } = await databases.pool.query(`
      SELECT count(DISTINCT user_id) FILTER (WHERE path LIKE '/1/10/%') AS ten, count(DISTINCT user_id) AS "all"
      FROM access_memberships m JOIN access_organisations o ON o.id = m.organisation_id WHERE ended_at IS NULL`)
    expect([ten.json().people, all.json().people]).toEqual([Number(rows[0].ten), Number(rows[0].all)])
  })

  const strange = ['20', '21', '22', '1', '2', '999999', '0', '-1', '2147483648', '99999999999999']
  test.each(strange)('with the number %s does not exist for the administrator of another region', async (id) => {
    const made = refusal(await server.adminA.get('/api/organisations/123456'))
    expect(made).toMatchObject({ status: 404, code: 'not_found' })
    const { adminA } = server
    const refused = [
      await adminA.get(`/api/organisations/${id}`),
      await adminA.get(`/api/organisations?parent=${id}`),
      await adminA.put(`/api/organisations/${id}`, fields('Моя')),
      await adminA.put(`/api/organisations/${id}/parent`, { parent: 10 }),
      await adminA.put('/api/organisations/11/parent', { parent: Number(id) }),
      await adminA.post(`/api/organisations/${id}/closure`, { successor: null }),
      await adminA.post('/api/organisations/13/closure', { successor: Number(id) }),
      await adminA.call('DELETE', `/api/organisations/${id}/closure`),
      await adminA.post('/api/organisations', { parent: Number(id), kind: 'office', ...fields('Моя') }),
    ]
    for (const answer of refused) expect(refusal(answer)).toEqual(made)
  })

  test.each(['x', '1.5', '1e3', "1'"])('under «%s» is no number', async (id) => {
    const answer = await server.root.get(`/api/organisations/${encodeURIComponent(id)}`)
    expect([400, 404]).toContain(answer.statusCode)
  })
})

describe('adding', () => {
  test('puts it under an open organisation, with the audit', async () => {
    const given = fields('  Центр   «Семья» ', {
      region: '31',
      zone: 'Europe/Moscow',
      ogrn: '1027700132195',
      address: 'Садовая, 1',
      phone: '8 800',
      mail: 'a@b.ru',
      authority: server.authorities.a,
    })
    const made = await added(server.adminA, 11, 'institution', given)
    expect(made).toMatchObject({ ...given, name: 'Центр «Семья»', parent: 11, kind: 'institution', closedAt: null })
    expect(made).toMatchObject({ authorityName: 'Министерство А', children: 0, people: 0 })
    expect(await lastAudit(databases.db)).toMatchObject({
      what: 'organisation.added',
      subject: `organisation:${made.id}`,
      actor: { login: 'ada', organisation: 10 },
      before: null,
      after: { name: 'Центр «Семья»', parent: 11, kind: 'institution', ogrn: '1027700132195' },
    })
  })

  test.each([
    ['office', 10],
    ['region', 10],
    ['ministry', 11],
    ['system', 1],
    ['regional_body', 1],
  ] as const)('refuses a %s under %i', async (kind, parent) => {
    const answer = await server.root.post('/api/organisations', {
      parent,
      kind,
      ...fields('Не место', { region: '31' }),
    })
    expect(answer.json()).toMatchObject({ status: 409, code: 'wrong_place' })
  })

  test.each([
    ['name', { name: ' \u00a0 ' }],
    ['region', { region: '00' }],
    ['zone', { zone: 'Europe/Nowhere' }],
    ['ogrn', { ogrn: '1027700132190' }],
    ['authority', { authority: '999999' }],
    ['authority', { authority: "1' OR 1=1" }],
    ['mail', { mail: 'not a mail' }],
  ])('refuses a wrong %s', async (path, wrong) => {
    const answer = await server.root.post('/api/organisations', {
      parent: 11,
      kind: 'office',
      ...fields('Х'),
      ...wrong,
    })
    expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_request', errors: [{ path }] })
  })

  test('takes only the fields of the contract', async () => {
    for (const more of [{ id: 5 }, { path: '/1/' }, { closedAt: null }, { people: 3 }]) {
      const answer = await server.root.post('/api/organisations', {
        parent: 11,
        kind: 'office',
        ...fields('Х'),
        ...more,
      })
      expect(answer.statusCode).toBe(400)
    }
  })

  test('a region says which one it is', async () => {
    const answer = await server.root.post('/api/organisations', { parent: 1, kind: 'region', ...fields('Регион') })
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ path: 'region' }] })
  })

  test('ends at twenty levels', async () => {
    let parent = 12
    for (let level = 5; level <= 20; level++)
      parent = (await added(server.root, parent, 'office', fields(`${level}`))).id
    const answer = await server.root.post('/api/organisations', { parent, kind: 'office', ...fields('21') })
    expect(answer.json()).toMatchObject({ status: 409, code: 'too_deep' })
  })

  test('keeps text that would be markup or a formula as text', async () => {
    const name = '=HYPERLINK("http://x")<img src=x onerror=1>'
    const made = await added(server.root, 11, 'institution', fields(name))
    expect(made.name).toBe(name)
    const csv = (await server.root.get('/api/organisations?kind=institution&format=csv')).body
    expect(csv).not.toMatch(/(^|[;,"])=HYPERLINK/m)
  })
})

test('saving changes the fields and nothing else, with what they were in the audit', async () => {
  const made = await added(server.adminA, 11, 'office', fields('Старое', { phone: '1' }))
  const answer = await server.adminA.put(`/api/organisations/${made.id}`, fields('Новое', { shortName: 'Н' }))
  expect(answer.json()).toEqual({ ...made, name: 'Новое', shortName: 'Н', phone: null })
  expect(await lastAudit(databases.db)).toMatchObject({
    what: 'organisation.saved',
    before: { name: 'Старое', phone: '1', shortName: null },
    after: { name: 'Новое', phone: null, shortName: 'Н' },
  })
  expect(
    (await server.adminA.put(`/api/organisations/${made.id}`, { ...fields('Х'), kind: 'region' })).statusCode,
  ).toBe(400)
})
