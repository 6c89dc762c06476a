import type { AlarmCase } from '@otklik/model/progress/api'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabases } from '../../../test/support/databases.ts'
import { person } from '../../../test/support/principals.ts'
import { verifyAudit } from '../../platform/audit/index.ts'
import { judgeClosedMonths } from '../alarms/job.ts'
import { giveSeries, refusals, scores } from '../alarms/series.fixture.ts'
import { createTables, emptyTables, progressServer } from '../progress.fixture.ts'

const databases = testDatabases()
let server: Awaited<ReturnType<typeof progressServer>>
beforeAll(async () => {
  await createTables(databases.clickhouse)
  server = await progressServer(databases)
})
beforeEach(async () => {
  await emptyTables(databases.clickhouse)
  for (const table of ['alarms', 'csi_bases', 'alarm_work', 'alarm_notes'] as const)
    await databases.db.deleteFrom(table).execute()
  server.clock.now = new Date('2026-11-22T09:00:00Z')
  server.caller.who = person({ id: '7' })
})
afterAll(() => server.app.close())

const give = (service: string, last: string, months: Parameters<typeof giveSeries>[3]) =>
  giveSeries(databases.clickhouse, service, last, months)
const judge = () => judgeClosedMonths(server.deps)
const list = async (query = ''): Promise<AlarmCase[]> => (await server.get(`/api/progress/cases${query}`)).json().cases
const send = (method: 'POST' | 'PUT' | 'DELETE', id: number | undefined, what: string, payload?: object) =>
  server.app.inject({
    method,
    url: `/api/progress/alarms/${id}/${what}`,
    headers: { origin: 'http://otklik.test' },
    ...(payload && { payload }),
  })

describe('one growth', () => {
  test('over five months is one case with its course, counted once', async () => {
    await give('1', '2026-10', refusals(50, 60, 70, 80, 90, 100))
    expect(await judge()).toBe(3)
    expect(await list()).toMatchObject([
      {
        first: '2026-08',
        last: '2026-10',
        endedIn: null,
        status: 'new',
        course: [
          { month: '2026-08', what: 'opened' },
          { month: '2026-09', what: 'grown' },
          { month: '2026-10', what: 'grown' },
        ],
        alarms: [{ month: '2026-08' }, { month: '2026-09' }, { month: '2026-10' }],
      },
    ])
    expect((await server.get('/api/progress/overview')).json().openCases).toEqual({ current: 1, ended: 0 })
  })

  test('that goes on stands before one that has ended, and what survives the correction before what does not', async () => {
    await give('1', '2026-10', refusals(50, 60, 70, 80, 60))
    await give('2', '2026-10', refusals(50, 51, 52, 53, 54))
    await give('3', '2026-10', refusals(50, 90, 140, 200, 260))
    await judge()
    const cases = await list()
    expect(cases.map(({ service, endedIn }) => [service, endedIn])).toEqual([
      ['3', null],
      ['2', null],
      ['1', '2026-10'],
    ])
    expect((await server.get('/api/progress/overview')).json().openCases).toEqual({ current: 2, ended: 1 })
    const ranking = (await server.get('/api/progress/ranking?figure=refusals')).json()
    expect(ranking.rows.map(({ alarm }: { alarm: string }) => alarm !== null)).toEqual([true, true, true])
    const csv = (await server.get('/api/progress/cases?format=csv')).body.trim().split('\r\n')
    expect(csv).toHaveLength(4)
    expect(csv[1]).toMatch(/^3;Разрешение на строительство;Доля отказов;2026-09;2026-10;;данных мало;рост значим;/)
  })

  test('of the CSI is a case as well', async () => {
    await give('1', '2026-10', scores(4.5, 4.5, 4.5, 3.4, 3.3))
    await judge()
    expect(await list()).toMatchObject([{ figure: 'csi', first: '2026-09', last: '2026-10', remains: null }])
  })
})

describe('what people do about a case', () => {
  beforeEach(async () => {
    await give('1', '2026-10', refusals(50, 60, 70, 80))
    await judge()
  })

  test('is acknowledged as a whole with who and why, recorded, and can be taken back', async () => {
    const [{ id } = { id: 0 }] = await list()
    const answer = await send('POST', id, 'acknowledgement', { reason: '  Изменилась форма заявления ' })
    expect([answer.statusCode, answer.json().status, answer.json().acknowledged]).toEqual([
      200,
      'acknowledged',
      { by: 'Анна', at: '2026-11-22T09:00:00.000Z', reason: 'Изменилась форма заявления', through: '2026-10' },
    ])
    expect([await list(), (await list('?state=all&service=1')).length]).toEqual([[], 1])
    const again = await send('POST', id, 'acknowledgement', { reason: 'Ещё раз' })
    expect([again.statusCode, again.json().code]).toEqual([409, 'alarm_already_acknowledged'])
    expect((await send('DELETE', id, 'acknowledgement')).json()).toMatchObject({ status: 'new', acknowledged: null })
    expect((await send('DELETE', id, 'acknowledgement')).json().code).toBe('alarm_not_acknowledged')
    expect(await list()).toHaveLength(1)
    const audit = await databases.db.selectFrom('audit_log').select(['who', 'what']).orderBy('seq').execute()
    expect(audit.slice(-2)).toEqual([
      { who: 'user:7', what: 'alarm.acknowledged' },
      { who: 'user:7', what: 'alarm.acknowledgement_taken_back' },
    ])
    expect(await verifyAudit(databases.db)).toMatchObject({ ok: true })
  })

  test('holds up to the months it was said of: a case that grows on is open again, with what was said', async () => {
    const [{ id } = { id: 0 }] = await list()
    await send('POST', id, 'acknowledgement', { reason: 'Изменилась форма заявления' })
    await give('1', '2026-11', refusals(95))
    server.clock.now = new Date('2026-12-22T09:00:00Z')
    await judge()
    expect(await list()).toMatchObject([
      { id, first: '2026-10', last: '2026-11', status: 'new', acknowledged: { through: '2026-10' } },
    ])
    server.caller.who = person({ id: '8', name: 'Борис' })
    await send('POST', id, 'acknowledgement', { reason: 'Поручено проверить' })
    expect(await list('?state=all')).toMatchObject([
      {
        acknowledged: { by: 'Борис', reason: 'Поручено проверить', through: '2026-11' },
        alarms: [
          { acknowledged: { by: 'Анна', at: '2026-11-22T09:00:00.000Z', reason: 'Изменилась форма заявления' } },
          { acknowledged: { by: 'Борис', reason: 'Поручено проверить' } },
        ],
      },
    ])
  })

  test('is given to somebody who may, with a day, and noted, and stays when the months are counted again', async () => {
    const { db } = databases
    const anna = await holder(db)
    const [{ id } = { id: 0 }] = await list()
    expect((await send('PUT', id, 'work', { person: '999999', due: null })).json().code).toBe('case_person_not_there')
    const given = await send('PUT', id, 'work', { person: anna, due: '2026-12-05' })
    expect(given.json()).toMatchObject({ status: 'in_work', person: { id: anna }, due: '2026-12-05' })
    await send('POST', id, 'notes', { text: ' Новая проверка документов ' })
    // History that comes in late: the growth reaches back further, and its first month is another one.
    await give('1', '2026-06', refusals(30))
    await judge()
    // And late rows that undo the growth: what people worked on stays as they saw it.
    await give('1', '2026-10', refusals(0))
    await databases.clickhouse.command(
      `ALTER TABLE cube DELETE WHERE month = '2026-09-01'`,
      {},
      { mutations_sync: '1' },
    )
    await judge()
    expect(await list()).toMatchObject([
      {
        last: '2026-10',
        person: { id: anna },
        due: '2026-12-05',
        notes: [{ by: 'Анна', at: '2026-11-22T09:00:00.000Z', text: 'Новая проверка документов' }],
      },
    ])
    const taken = await send('PUT', id, 'work', { person: null, due: null })
    expect(taken.json()).toMatchObject({ status: 'new', person: null, due: null })
  })

  test('needs the right, a case within reach and some words', async () => {
    const [{ id } = { id: 0 }] = await list()
    expect((await send('POST', id, 'acknowledgement', { reason: ' ' })).statusCode).toBe(400)
    expect((await send('POST', id, 'notes', { text: '  ' })).statusCode).toBe(400)
    expect((await send('POST', 999_999, 'notes', { text: 'Что известно' })).statusCode).toBe(404)
    server.caller.who = person({ id: '8', rights: ['progress.read'] })
    expect((await send('POST', id, 'notes', { text: 'Что известно' })).statusCode).toBe(403)
    expect((await list())[0]?.notes).toEqual([])
  })
})

/** A person who may be given cases. */
async function holder(db: typeof databases.db): Promise<string> {
  const named = { name: 'Вера Краснова', folded: 'вера краснова', created_at: new Date() }
  const { id } = await db.insertInto('access_users').values(named).returning('id').executeTakeFirstOrThrow()
  const membership = { user_id: id, organisation_id: 1, role: 'authority_head', since: new Date() } as const
  await db.insertInto('access_memberships').values(membership).execute()
  return id
}
