import { ALL_KINDS } from '@otklik/model/access'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { fields, type OrganisationServer, organisationServer } from './organisations.fixture.ts'

const databases = testDatabases()
let server: OrganisationServer
beforeAll(async () => {
  server = await organisationServer(databases.db)
})
afterAll(() => server.app.close())

interface Row {
  readonly id: number
  readonly parent_id: number | null
  readonly path: string
}
const readTree = async (): Promise<Row[]> => (await databases.pool.query('SELECT * FROM access_organisations')).rows

/** The way from the root down, by walking from parent to parent. */
function walk(rows: ReadonlyMap<number, Row>, row: Row): number[] {
  const above = row.parent_id === null ? undefined : rows.get(row.parent_id)
  return [...(above ? walk(rows, above) : []), row.id]
}

const step = fc.record({
  act: fc.constantFrom('add', 'move', 'close'),
  kind: fc.constantFrom(...ALL_KINDS),
  one: fc.nat(),
  other: fc.nat(),
})

test('whatever is added, moved and closed, paths are the ancestry, and reach by path is reach by parents', async () => {
  const outcomes = { done: 0, refused: 0 }
  const run = async (steps: { act: string; kind: string; one: number; other: number }[]) => {
    for (const { act, kind, one, other } of steps) {
      const ids = (await readTree()).map(({ id }) => id)
      const [id, to] = [ids[one % ids.length], ids[other % ids.length]]
      const url = '/api/organisations'
      const answer =
        act === 'add'
          ? await server.root.post(url, { parent: to, kind, ...fields('Случайная', { region: '31' }) })
          : act === 'move'
            ? await server.root.put(`${url}/${id}/parent`, { parent: to })
            : await server.root.post(`${url}/${id}/closure`, { successor: to })
      expect(answer.statusCode).toBeLessThan(500)
      if (answer.statusCode < 300) outcomes.done++
      else outcomes.refused++
    }
    const rows = new Map((await readTree()).map((row) => [row.id, row]))
    const ways = new Map([...rows.values()].map((row) => [row.id, walk(rows, row)]))
    for (const row of rows.values()) {
      expect(row.path).toBe(`/${ways.get(row.id)?.join('/')}/`)
      const byPath = [...rows.values()].filter(({ path }) => path.startsWith(row.path)).map(({ id }) => id)
      const byParents = [...rows.keys()].filter((id) => ways.get(id)?.includes(row.id))
      expect(byPath).toEqual(byParents)
    }
  }
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), run), { numRuns: 15 })
  expect(outcomes.done).toBeGreaterThan(50)
  expect(outcomes.refused).toBeGreaterThan(50)
}, 60_000)
