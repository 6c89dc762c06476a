import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { added, fields, lastAudit, type OrganisationServer, organisationServer } from './organisations.fixture.ts'

const databases = testDatabases()
let server: OrganisationServer
beforeAll(async () => {
  server = await organisationServer(databases.db)
})
afterAll(() => server.app.close())

const move = (id: number, parent: number, who = server.root) => who.put(`/api/organisations/${id}/parent`, { parent })
const pathOf = async (id: number) => {
  const found = databases.db.selectFrom('access_organisations').select('path').where('id', '=', id)
  return (await found.executeTakeFirstOrThrow()).path
}

describe('moving', () => {
  test('takes everything under it along, and a second time changes nothing', async () => {
    const body = await added(server.root, 10, 'regional_body', fields('Управление'))
    const institution = await added(server.root, body.id, 'institution', fields('Учреждение'))
    const office = await added(server.root, institution.id, 'office', fields('Окно'))
    expect(await pathOf(office.id)).toBe(`/1/10/${body.id}/${institution.id}/${office.id}/`)
    const answer = await move(body.id, 11, server.adminA)
    expect(answer.json()).toMatchObject({ id: body.id, parent: 11, children: 1 })
    expect(await pathOf(office.id)).toBe(`/1/10/11/${body.id}/${institution.id}/${office.id}/`)
    const record = await lastAudit(databases.db)
    expect(record).toMatchObject({ what: 'organisation.moved', before: { parent: 10 }, after: { parent: 11 } })
    expect((await move(body.id, 11)).statusCode).toBe(200)
    expect(await lastAudit(databases.db)).toEqual(record)
    expect((await server.adminA.get('/api/organisations?parent=11')).json().rows).toContainEqual(
      expect.objectContaining({
        id: body.id,
        above: [
          { id: 10, name: 'Регион А' },
          { id: 11, name: 'Орган А' },
        ],
      }),
    )
  })

  test('is refused into itself, to a wrong kind, under a closed one, and for the root', async () => {
    const nested = await added(server.root, 11, 'regional_body', fields('Внутри'))
    expect((await move(11, nested.id)).json()).toMatchObject({ status: 409, code: 'own_subtree' })
    expect((await move(11, 11)).json()).toMatchObject({ status: 409, code: 'own_subtree' })
    expect((await move(12, 10)).json()).toMatchObject({ status: 409, code: 'wrong_place' })
    expect((await move(1, 10)).json()).toMatchObject({ status: 409, code: 'root_stays' })
    await server.root.post(`/api/organisations/${nested.id}/closure`, { successor: null })
    expect((await move(12, nested.id)).json()).toMatchObject({ status: 409, code: 'organisation_closed' })
    // The top of the own part can go nowhere: what is above it does not exist.
    expect((await move(10, 1, server.adminA)).json()).toMatchObject({ status: 404, code: 'not_found' })
    expect((await move(10, 20, server.adminA)).json()).toMatchObject({ status: 404, code: 'not_found' })
  })

  test('never goes deeper than twenty levels', async () => {
    const chain = async (top: number, offices: number) => {
      let last = top
      for (let n = 0; n < offices; n++) last = (await added(server.root, last, 'office', fields('о'))).id
      return last
    }
    const [one, two] = [
      await added(server.root, 11, 'institution', fields('Раз')),
      await added(server.root, 11, 'institution', fields('Два')),
    ]
    const [, end] = [await chain(one.id, 8), await chain(two.id, 8)]
    const [first] = (await server.root.get(`/api/organisations?parent=${one.id}`)).json().rows
    // Level 12 and eight more.
    expect((await move(first.id, end)).statusCode).toBe(200)
    expect((await move(first.id, one.id)).statusCode).toBe(200)
    await chain(end, 1)
    await chain(first.id, 9)
    expect((await move(first.id, end)).json()).toMatchObject({ status: 409, code: 'too_deep' })
  })

  test('of two that would put each under the other, one is refused', async () => {
    const [one, two] = [
      await added(server.root, 10, 'regional_body', fields('Раз')),
      await added(server.root, 10, 'regional_body', fields('Два')),
    ]
    for (let round = 0; round < 5; round++) {
      const answers = await Promise.all([move(one.id, two.id), move(two.id, one.id)])
      expect(answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([200, 409])
      await Promise.all([move(one.id, 10), move(two.id, 10)])
    }
  })

  test('side by side with adding leaves no path behind', async () => {
    const body = await added(server.root, 10, 'regional_body', fields('Едет'))
    await Promise.all([
      ...Array.from({ length: 6 }, (_, n) => added(server.root, body.id, 'institution', fields(`Учреждение ${n}`))),
      move(body.id, 11),
    ])
    const { rows } = await databases.pool.query(`
      SELECT o.id FROM access_organisations o JOIN access_organisations p ON p.id = o.parent_id
      WHERE o.path <> p.path || o.id || '/'`)
    expect(rows).toEqual([])
  })
})
