import type { WorkingYear, YearProposal } from '@otklik/model/calendar/api'
import { NOTHING, type Principal } from '@otklik/model/access'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabases } from '../../test/support/databases.ts'
import { person } from '../../test/support/principals.ts'
import { type App, buildHttp } from '../platform/http/index.ts'
import { silentLog } from '../platform/log.ts'
import { calendarRoutes } from './routes.ts'

const databases = testDatabases()
const people: Record<string, Principal> = {
  editor: person({ id: 'u1', name: 'Методолог', rights: ['register.read', 'register.edit'] }),
  part: person({ id: 'u2', reach: { ...NOTHING, regions: ['31'] } }),
}

let app: App
beforeAll(async () => {
  app = await buildHttp({
    config: { publicUrl: 'http://localhost:8080', trustProxy: false },
    log: silentLog(),
    now: () => new Date('2026-11-20T09:00:00Z'),
    authenticate: async ({ headers }) => people[String(headers['x-who'])] ?? { kind: 'nobody' },
  })
  calendarRoutes(app, { db: databases.db })
})
afterAll(() => app.close())

const get = (path: string) => app.inject({ url: `/api/calendar${path}`, headers: { 'x-who': 'editor' } })
const put = (year: number, body: object, who = 'editor') =>
  app.inject({ method: 'PUT', url: `/api/calendar/years/${year}`, payload: body, headers: { 'x-who': who } })

test('the next year is asked for, proposed, confirmed by a person and then counted with', async () => {
  expect((await get('/years')).json()).toMatchObject({ asked: 2027, rows: [{ year: 2026 }, {}, {}, { year: 2023 }] })
  const refused = await get('/after?from=2026-12-30&add=10')
  expect([refused.statusCode, refused.json()]).toEqual([
    400,
    expect.objectContaining({ code: 'calendar_missing', detail: expect.stringContaining('2027 год') }),
  ])
  const { year, open, ...proposed } = (await get('/years/2027/proposal')).json<YearProposal>()
  expect(open).toHaveLength(1)
  const given = { ...proposed, source: 'Постановление' }
  expect((await put(2027, { ...given, seen: null })).json<WorkingYear>()).toMatchObject({ year, own: true, ...given })
  expect((await get('/years')).json()).toMatchObject({ asked: null })
  // 31 December 2026 is off; 1–10 January 2027 are holidays and a weekend.
  expect((await get('/after?from=2026-12-30&add=10')).json()).toEqual({
    from: '2026-12-30',
    add: 10,
    unit: 'working',
    day: '2027-01-22',
  })
})

test('a correction stands in the history and the audit, and is refused to who has not seen the last one', async () => {
  const built = (await get('/years/2025')).json<WorkingYear>()
  const { source, off_weekdays, working_weekends, short } = built
  const seen = { source, off_weekdays, working_weekends, short }
  const after = { ...seen, source: 'Новый акт', short: short.slice(1) }
  expect((await put(2025, { ...after, seen })).statusCode).toBe(200)
  expect((await put(2025, { ...after, seen })).json()).toMatchObject({ code: 'conflict' })
  expect((await get('/years/2025/history')).json()).toEqual({
    changes: [{ at: '2026-11-20T09:00:00.000Z', by: 'Методолог', before: seen, after }],
  })
  const audited = await databases.db
    .selectFrom('audit_log')
    .select('what')
    .where('subject', '=', 'calendar:2025')
    .execute()
  expect(audited).toEqual([{ what: 'calendar.year_saved' }])
})

test.each<[string, object, string, object]>([
  ['a part of the system', {}, 'part', { code: 'not_your_record' }],
  ['a day off that is a Sunday', { off_weekdays: ['2028-01-02'] }, 'editor', { code: 'not_a_weekday' }],
  ['a day of another year', { short: ['2027-12-30'] }, 'editor', { code: 'bad_date' }],
])('refused: %s', async (_, wrong, who, problem) => {
  const body = { source: 'Акт', off_weekdays: [], working_weekends: [], short: [], ...wrong }
  expect((await put(2028, body, who)).json()).toMatchObject(problem)
})

test('working time between two moments is what the command prints', async () => {
  expect((await get('/between?from=2026-04-30T16:30:00&to=2026-05-12T10:00:00')).json()).toEqual({
    from: '2026-04-30T16:30:00',
    to: '2026-05-12T10:00:00',
    zone: 'Europe/Moscow',
    calendar_days: 12,
    working_days: 6,
    working_seconds: 145_800,
    seconds: 1_013_400,
  })
  expect((await get('/between?from=2026-05-12&to=2026-04-30')).json()).toMatchObject({ code: 'invalid_request' })
  expect((await get('/between?from=2026-02-30&to=2026-04-30')).json()).toMatchObject({ code: 'bad_date' })
})
