import { EVERYTHING } from '@otklik/model/access'
import { beforeAll, expect, test } from 'vitest'
import { populate } from '../src/demo/populate.ts'
import { fillSurveys } from '../src/demo/surveys/fill-surveys.ts'
import { cipherOf } from '../src/platform/cipher.ts'
import { ensureRegions, markDemo } from '../src/register/index.ts'
import { listCampaigns } from '../src/surveys/campaigns/list.ts'
import { countWaiting } from '../src/surveys/counting/count-waiting.ts'
import { testDatabases } from './support/databases.ts'
import { applyDemoServices } from './support/demo-services.ts'

const stores = testDatabases()
const today = '2026-11-22'

beforeAll(async () => {
  const { db, clickhouse: ch } = stores
  await ensureRegions(db)
  await markDemo(db)
  // Only the address of the installation is read here.
  const config = { publicUrl: 'http://localhost:8080' } as Parameters<typeof populate>[0]['config']
  await populate({ db, config }, { seed: 1, today, region: '00' })
  await applyDemoServices(db)
  await fillSurveys({ db, ch, config, cipher: cipherOf('a key of a test') }, { seed: 1, today })
  await countWaiting({ db, ch })
})

test('five campaigns of three authorities: one paused, one over, one with a quota that is full, one with two versions', async () => {
  const { rows } = await listCampaigns(
    { db: stores.db, ch: stores.clickhouse },
    {},
    EVERYTHING,
    new Date(`${today}T09:00:00Z`),
  )
  expect(new Set(rows.map(({ authority }) => authority.name)).size).toBe(3)
  expect(rows.map(({ state }) => state)).toEqual(['running', 'running', 'running', 'paused', 'ended'])
  const answers = rows.reduce((sum, { n }) => sum + n, 0)
  expect(answers).toBeGreaterThan(3800)
  expect(answers).toBeLessThanOrEqual(4000)
  expect(rows.every(({ completion }) => completion !== null && completion < 100)).toBe(true)
  expect(rows.find(({ code }) => code === 'priyomnaya')?.questionnaire.version).toBe(2)
  const quota = await stores.db.selectFrom('survey_places').select(['size', 'taken']).where('quota', '=', 1).execute()
  expect(quota.every(({ size, taken }) => size === taken)).toBe(true)
})

test('twelve feedbacks in all states: two overdue, three on public pages, contacts kept of open ones alone', async () => {
  const rows = await stores.db.selectFrom('survey_feedback').selectAll().execute()
  const counted = Object.groupBy(rows, ({ state }) => state)
  expect(Object.entries(counted).map(([state, some]) => [state, some.length])).toEqual(
    expect.arrayContaining([
      ['received', 4],
      ['in_work', 3],
      ['done', 3],
      ['not_confirmed', 2],
    ]),
  )
  expect(rows.filter(({ closed, due }) => closed === null && due < today)).toHaveLength(2)
  expect(rows.filter(({ published_at }) => published_at !== null)).toHaveLength(3)
  expect(rows.filter(({ contact_sealed, closed }) => contact_sealed !== null && closed !== null)).toEqual([])
  expect(rows.every(({ service_id, words }) => service_id !== null && !words.includes('900'))).toBe(true)
})
