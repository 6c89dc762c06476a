import { beforeAll, describe, expect, test } from 'vitest'
import { closedQuarter } from '@otklik/model/change/periods'
import { demoPerson } from '../src/demo/lists/demo-person.ts'
import { fillPains } from '../src/demo/pains/fill-pains.ts'
import { populate } from '../src/demo/populate.ts'
import { ensureRegions, markDemo } from '../src/register/index.ts'
import { painFigures } from '../src/change/figures/figures.ts'
import { readEffect } from '../src/change/figures/effect.ts'
import { testDatabases } from './support/databases.ts'
import { applyDemoServices } from './support/demo-services.ts'

const TODAY = '2026-11-22'

/** Reviews come by packages, of which there are none here. */
describe('what people say in the demonstration', () => {
  const stores = testDatabases()
  beforeAll(async () => {
    const { db, clickhouse } = stores
    await ensureRegions(db)
    await markDemo(db)
    // Only the address of the installation is read here.
    const config = { publicUrl: 'http://localhost:8080' } as Parameters<typeof populate>[0]['config']
    await populate({ db, config }, { seed: 1, today: TODAY, region: '00' })
    await applyDemoServices(db)
    await fillPains(db, clickhouse, { seed: 1, today: TODAY })
  }, 120_000)
  const caller = async (login: string) => ({
    who: await demoPerson(stores.db, login),
    at: new Date(`${TODAY}T12:00:00Z`),
  })

  test('twelve problems in seven processes, their losses counted, a person’s priority beside', async () => {
    const { rows, cells, coverage } = await painFigures(
      stores.db,
      { period: closedQuarter(TODAY) },
      await caller('admin'),
    )
    expect([
      new Set(rows.map(({ problem }) => problem)).size,
      new Set(rows.map(({ process }) => process)).size,
    ]).toEqual([12, 7])
    expect(cells.some(({ loss }) => loss !== null && loss > 1)).toBe(true)
    expect(coverage.uncoded).toBe(0)
    expect(rows.filter(({ changed }) => changed !== null)).toHaveLength(1)
  })

  test('a measure in every state, one overdue; one helped, one changed nothing, one is too new', async () => {
    const measures = await stores.db
      .selectFrom('change_measures')
      .select(['id', 'state', 'due'])
      .orderBy('id')
      .execute()
    expect(new Set(measures.map(({ state }) => state)).size).toBe(6)
    expect(measures.some(({ state, due }) => state === 'in_work' && due < TODAY)).toBe(true)
    const who = await caller('admin')
    const verified = measures.filter(({ state }) => state === 'verified')
    const effects = await Promise.all(verified.map(({ id }) => readEffect(stores.db, id, who)))
    expect(effects.map((effect) => effect?.verdict)).toEqual(['better', 'unclear', 'too_early'])
  })

  test('editions of four quarters, the last one before the head', async () => {
    const editions = await stores.db.selectFrom('change_maps').select(['state']).orderBy('period').execute()
    expect(editions.map(({ state }) => state)).toEqual(['approved', 'approved', 'approved', 'draft'])
  })
})
