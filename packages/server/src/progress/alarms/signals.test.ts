import type { AnswerOf } from '@otklik/model/api'
import type { readSignals } from '@otklik/model/progress/api'
import { NOTHING } from '@otklik/model/access'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { person } from '../../../test/support/principals.ts'
import { createTables, emptyTables, progressServer } from '../progress.fixture.ts'
import { judgeClosedMonths } from './job.ts'
import { giveSeries, type Month, refusals, scores } from './series.fixture.ts'

const databases = testDatabases()
let server: Awaited<ReturnType<typeof progressServer>>
beforeAll(async () => {
  await createTables(databases.clickhouse)
  server = await progressServer(databases)
})
beforeEach(async () => {
  await emptyTables(databases.clickhouse)
  await databases.db.deleteFrom('csi_bases').execute()
  server.clock.now = new Date('2026-11-22T09:00:00Z')
  server.caller.who = everyone
})
afterAll(() => server.app.close())

const everyone = person({ reach: { ...NOTHING, everything: true, top: '/1/' } })
const give = (service: string, last: string, months: readonly Month[]) =>
  giveSeries(databases.clickhouse, service, last, months)
const look = async (query = ''): Promise<AnswerOf<typeof readSignals>> =>
  (await server.get(`/api/progress/signals${query}`)).json()
const calm = [40, 60, 40, 60, 40, 60, 40, 60, 40, 60, 40, 60]

test('nothing is seen where nothing was counted', async () =>
  expect(await look()).toEqual({ month: null, signals: [] }))

test('each kind is told of in one sentence, the rarest first', async () => {
  await give('1', '2026-10', refusals(50, 50, 60, 70))
  await give('2', '2026-10', refusals(...calm, 60, 90, 70, 95, 80, 100))
  await give('3', '2026-10', [...scores(4.5, 4.5, 4.5), { ratings: [3, 3, 3, 3, 3] }])
  await judgeClosedMonths(server.deps)
  expect(await look()).toEqual({
    month: '2026-10',
    signals: [
      {
        kind: 'without_run',
        figure: 'refusals',
        service: '2',
        serviceName: expect.any(String),
        sentence:
          'Доля отказов растёт без серии: сглаженная за полгода (май – октябрь 2026) – 7,7 %, ' +
          'обычная для услуги – 5,0 %, граница обычных колебаний – 6,5 %.',
      },
      {
        kind: 'few_ratings',
        figure: 'csi',
        service: '3',
        serviceName: expect.any(String),
        sentence: 'CSI снизился на 33,3 %: с 4,50 до 3,00 балла (октябрь 2026, оценок: 5).',
      },
      {
        kind: 'two_rises',
        figure: 'refusals',
        service: '1',
        serviceName: 'Зачисление в школу',
        sentence: 'Доля отказов растёт два месяца подряд: 5,0; 6,0; 7,0 % (август – октябрь 2026).',
      },
    ],
  })
})

test('a critical value is none of them, nor what happened in a month before or in the running one', async () => {
  await give('1', '2026-10', refusals(50, 60, 70, 80))
  await give('2', '2026-09', refusals(50, 60, 70))
  await give('3', '2026-11', refusals(50, 50, 60, 70))
  expect(await look()).toEqual({ month: '2026-10', signals: [] })
})

test('looking keeps nothing: neither alarms nor bases nor a record', async () => {
  await give('1', '2026-10', refusals(50, 60, 70))
  await give('3', '2026-10', [...scores(4.5, 4.5, 4.5), { ratings: [3, 3, 3, 3, 3] }])
  const audited = () => databases.db.selectFrom('audit_log').selectAll().execute()
  const before = await audited()
  expect((await look()).signals.map(({ kind }) => kind)).toEqual(['two_rises'])
  expect(await databases.db.selectFrom('alarms').selectAll().execute()).toEqual([])
  expect(await databases.db.selectFrom('csi_bases').selectAll().execute()).toEqual([])
  expect(await audited()).toEqual(before)
})

test('they are of the services asked for, and of those within reach whole', async () => {
  for (const service of ['1', '2', '3']) await give(service, '2026-10', refusals(50, 60, 70))
  const services = async (query = '') => (await look(query)).signals.map(({ service }) => service).toSorted()
  expect(await services()).toEqual(['1', '2', '3'])
  expect(await services('?service=2')).toEqual(['2'])
  expect(await services(`?authority=${encodeURIComponent('Министерство образования')}`)).toEqual(['1', '2'])
  expect(await services('?authority=none')).toEqual([])
  server.caller.who = person({ reach: { ...NOTHING, authorities: ['Администрация'] } })
  expect(await services()).toEqual(['3'])
  server.caller.who = person({ reach: { ...NOTHING, offices: [{ region: '31', name: 'Восток' }] } })
  expect(await services()).toEqual([])
  server.caller.who = person({ rights: [] })
  expect((await server.get('/api/progress/signals')).statusCode).toBe(403)
})
