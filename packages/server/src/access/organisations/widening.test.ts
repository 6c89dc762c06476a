import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { added, fields, type OrganisationServer, organisationServer } from './organisations.fixture.ts'
import { readReach } from './reaches.ts'

const databases = testDatabases()
let server: OrganisationServer
beforeAll(async () => {
  server = await organisationServer(databases.db)
})
afterAll(() => server.app.close())

const reachA = () => readReach(databases.db, '/1/10/')
const put = (id: number, given: ReturnType<typeof fields>, who = server.adminA) =>
  who.put(`/api/organisations/${id}`, given)

describe('the administrator of a part of the tree', () => {
  test('links the authorities of the own region, and no other', async () => {
    const { a, b, federal } = server.authorities
    const before = await reachA()
    const refused = [
      await put(11, fields('Орган А', { authority: b })),
      await put(11, fields('Орган А', { authority: federal })),
      await server.adminA.post('/api/organisations', {
        parent: 11,
        kind: 'institution',
        ...fields('Х', { authority: b }),
      }),
    ]
    // The same as for one that is not in the register: nothing is learnt by trying.
    refused.push(await put(11, fields('Орган А', { authority: '987654' })))
    for (const answer of refused)
      expect(answer.json()).toMatchObject({
        status: 400,
        errors: [{ path: 'authority', message: 'Такого органа в реестре нет, или он вне вашей части системы.' }],
      })
    expect(await reachA()).toEqual(before)
    expect((await put(11, fields('Орган А', { authority: a }))).json()).toMatchObject({ authority: a })
    expect((await reachA()).authorities).toEqual(['Министерство А'])
    // What is reached already may be kept, and named once more.
    expect((await put(11, fields('Орган А', { authority: a, phone: '1' }))).statusCode).toBe(200)
  })

  test('keeps an authority that the whole system’s administrator has linked', async () => {
    const { federal } = server.authorities
    const made = await added(server.root, 11, 'institution', fields('С федеральным', { authority: federal }))
    expect((await put(made.id, fields('Иначе', { authority: federal }))).json()).toMatchObject({ authority: federal })
    expect((await put(made.id, fields('Иначе'))).json()).toMatchObject({ authority: null })
    expect((await put(made.id, fields('Иначе', { authority: federal }))).statusCode).toBe(400)
  })

  test('cannot call the own region another one', async () => {
    const answer = await put(10, fields('Регион А', { region: '54' }))
    expect(answer.json()).toMatchObject({ status: 403, code: 'beyond_reach' })
    expect((await reachA()).regions).toEqual(['31'])
  })

  test('names offices of the own region only, whichever way the region is said', async () => {
    const own = await added(server.adminA, 11, 'office', fields('Окно', { office: 'Окно № 1' }))
    const elsewhere = fields('Окно', { office: 'Окно № 1', region: '54' })
    expect((await put(own.id, elsewhere)).json()).toMatchObject({ status: 403, code: 'beyond_reach' })
    const made = { parent: 11, kind: 'office', ...fields('Чужое', { office: 'Офис Б', region: '54' }) }
    expect((await server.adminA.post('/api/organisations', made)).json()).toMatchObject({ code: 'beyond_reach' })
    // Where an organisation is found is not yet a sight of its requests, until an office under it inherits the region.
    expect((await put(11, fields('Орган А', { region: '54' }))).json()).toMatchObject({ code: 'beyond_reach' })
    const empty = await added(server.adminA, 10, 'mfc', fields('МФЦ', { region: '54' }))
    const inherits = { parent: empty.id, kind: 'office', ...fields('Окно', { office: 'Офис Б' }) }
    expect((await server.adminA.post('/api/organisations', inherits)).json()).toMatchObject({ code: 'beyond_reach' })
    const nameless = await added(server.adminA, 11, 'office', fields('Окно'))
    expect((await put(nameless.id, fields('Окно', { office: 'Окно № 2' }))).statusCode).toBe(200)
    // Nor by moving a named office under an organisation that is found elsewhere, or by handing it over.
    const move = await server.adminA.put(`/api/organisations/${nameless.id}/parent`, { parent: empty.id })
    expect(move.json()).toMatchObject({ status: 403, code: 'beyond_reach' })
    const holder = await added(server.adminA, 10, 'mfc', fields('МФЦ 2'))
    await added(server.adminA, holder.id, 'office', fields('Окно', { office: 'Офис Б' }))
    const close = await server.adminA.post(`/api/organisations/${holder.id}/closure`, { successor: empty.id })
    expect(close.json()).toMatchObject({ status: 403, code: 'beyond_reach' })
    expect((await server.adminA.get(`/api/organisations/${holder.id}`)).json().closedAt).toBeNull()
  })

  test('of a body without a region sees no office by naming it', async () => {
    const made = { parent: 11, kind: 'office', ...fields('МФЦ', { office: 'МФЦ соседей' }) }
    expect((await server.bodyA.post('/api/organisations', made)).json()).toMatchObject({ code: 'beyond_reach' })
    expect((await server.bodyA.post('/api/organisations', { ...made, office: null })).statusCode).toBe(201)
  })
})

test('the administrator of the whole system links anything', async () => {
  const { b } = server.authorities
  expect(
    (await put(11, fields('Орган А', { authority: b, office: 'Офис', region: '54' }), server.root)).statusCode,
  ).toBe(200)
})
