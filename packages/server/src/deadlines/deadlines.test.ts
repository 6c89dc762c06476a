import type { AnswerOf } from '@otklik/model/api'
import type { listDeadlines as route } from '@otklik/model/deadlines/api'
import { BUILT_IN_CALENDAR } from '@otklik/model/calendar'
import { procedureDue } from '@otklik/model/certification/procedure'
import { dayOf, addDays } from '@otklik/model/days'
import type { Principal } from '@otklik/model/access'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabases } from '../../test/support/databases.ts'
import { publishLists } from '../../test/rights/lists.ts'
import { addPerson } from '../../test/rights/people.ts'
import { plantProcedure } from '../../test/rights/procedures.ts'
import { principalsOf, rememberReaches } from '../access/index.ts'
import { modules } from '../modules.ts'
import { cipherOf } from '../platform/cipher.ts'
import { type App, buildHttp } from '../platform/http/index.ts'
import { silentLog } from '../platform/log.ts'
import type { MailLetter } from '../platform/mail/index.ts'
import { applyServices } from '../register/index.ts'
import { sendReminders } from './letters.ts'
import { deadlineRoutes } from './routes.ts'

type Listed = AnswerOf<typeof route>
const databases = testDatabases()
const cipher = cipherOf('deadlines')
const NOW = new Date()
const FIXED = dayOf(NOW)
const DUE = procedureDue('papers_sent', FIXED, BUILT_IN_CALENDAR)
const clock = { now: NOW }
const letters: { address: string; letter: MailLetter }[] = []
const refusing = new Set<string>()
const mail = {
  send: async ({ address }: { address: string }, letter: MailLetter) => {
    if (refusing.has(address)) throw new Error('mailbox unavailable')
    letters.push({ address, letter })
  },
}
const ROOT = { id: 1, path: '/1/' } as const

let app: App
let curator: Principal
let id: string
const deps = () => ({
  db: databases.db,
  cipher,
  mail,
  reaches: rememberReaches(databases.db, undefined, 0),
  publicUrl: 'https://otklik.test',
  deadlineSources: async () =>
    (await Promise.all(modules.map(async ({ deadlines }) => (await deadlines?.())?.deadlines))).flatMap(
      (source) => source ?? [],
    ),
})

beforeAll(async () => {
  const { db } = databases
  const service = { service_id: '1000000001', subservice_id: '', name: 'Справка', authority: 'Орган', region: '31' }
  const rest = { kind: 'услуга', term_days: null, term_unit: '', fee: '', life_situations: '' } as const
  await db.transaction().execute((tx) => applyServices(tx, [{ ...service, ...rest }], { package: 1, at: NOW }))
  const { published } = await publishLists(db)
  const entry = await db
    .selectFrom('certification_entries')
    .select('object_id')
    .where('list_id', '=', published)
    .executeTakeFirstOrThrow()
  await plantProcedure({ db, publishedList: published }, { object: entry.object_id }, 'fixed')
  ;({ id } = await addPerson(
    db,
    { login: 'kurator', name: 'Куратор' },
    { role: 'certification_curator', organisation: ROOT },
  ))
  await db
    .updateTable('access_users')
    .set({ mail_sealed: cipher.seal('kurator@example.test') })
    .execute()
  const [who] = await principalsOf(deps(), id)
  if (who === undefined) throw new Error('no role')
  curator = who
  app = await buildHttp({
    config: { publicUrl: 'https://otklik.test', trustProxy: false },
    log: silentLog(),
    now: () => clock.now,
    checkAnswers: true,
    authenticate: async () => curator,
  })
  deadlineRoutes(app, deps())
})
afterAll(() => app.close())

const listed = async () => (await app.inject({ url: '/api/deadlines' })).json<Listed>()
const post = (method: 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
  app.inject({ method, url, headers: { origin: 'https://otklik.test' }, ...(payload && { payload }) })

test('one list has what the contexts give, each with its point and place', async () => {
  const { rows, reminding } = await listed()
  expect(rows.find(({ code }) => code === 'certification.papers_sent')).toMatchObject({
    due: DUE,
    source: 'Правила, п. 25',
    mine: true,
    address: expect.stringMatching(/^\/certification\/\d+$/),
  })
  expect(reminding).toEqual({ link: null, mail: false, mailPossible: true })
})

test('a secret address gives the own deadlines as a calendar until it is revoked, and counts changes', async () => {
  const { url } = (await post('POST', '/api/deadlines/link')).json<{ url: string }>()
  const path = new URL(url).pathname
  const first = await app.inject({ url: path })
  expect([first.statusCode, first.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(first.body).toContain(`DTSTART;VALUE=DATE:${DUE.replaceAll('-', '')}`)
  const papers = /UID:certification\.papers_sent[^]*?SEQUENCE:(\d+)/
  expect(papers.exec(first.body)?.[1]).toBe('0')
  expect(papers.exec((await app.inject({ url: path })).body)?.[1]).toBe('0')
  await databases.db
    .updateTable('certification_procedures')
    .set({ fixed_at: new Date(NOW.getTime() - 3 * 86_400_000) })
    .execute()
  expect(papers.exec((await app.inject({ url: path })).body)?.[1]).toBe('1')
  await post('DELETE', '/api/deadlines/link')
  expect((await app.inject({ url: path })).statusCode).toBe(404)
  expect((await app.inject({ url: '/deadlines/nobody.ics' })).statusCode).toBe(404)
})

test('letters come to who wants them, on the mornings of a deadline and once a day', async () => {
  const due = (await listed()).rows.find(({ code }) => code === 'certification.papers_sent')?.due ?? ''
  const morning = (days: number) => new Date(`${addDays(due, days)}T04:00:00Z`)
  expect(await sendReminders(deps(), morning(-1))).toBe(0)
  expect((await post('PUT', '/api/deadlines/mail', { wanted: true })).json()).toMatchObject({ mail: true })
  expect(await sendReminders(deps(), morning(-1))).toBe(1)
  expect(await sendReminders(deps(), morning(-1))).toBe(0)
  await sendReminders(deps(), morning(1))
  expect(letters.map(({ address }) => address)).toEqual(['kurator@example.test', 'kurator@example.test'])
  expect(letters[1]?.letter.before.join('\n')).toContain('Срок истёк')
})

test('a letter that the mail refuses keeps nobody else from theirs, and is tried again', async () => {
  const { db } = databases
  const due = (await listed()).rows.find(({ code }) => code === 'certification.papers_sent')?.due ?? ''
  const morning = new Date(`${addDays(due, -1)}T04:00:00Z`)
  const as = { role: 'certification_curator', organisation: ROOT } as const
  const { id: user_id } = await addPerson(db, { login: 'second', name: 'Второй' }, as)
  const mail_sealed = cipher.seal('second@example.test')
  await db.updateTable('access_users').set({ mail_sealed }).where('id', '=', user_id).execute()
  await db.insertInto('deadline_choices').values({ user_id, mail: true }).execute()
  const both = ['kurator@example.test', 'second@example.test']
  for (const address of both) {
    await db.updateTable('deadline_choices').set({ mailed_on: null }).execute()
    letters.length = 0
    refusing.add(address)
    await expect(sendReminders(deps(), morning)).rejects.toThrow('could not be sent')
    refusing.clear()
    expect(letters.map((one) => one.address)).toEqual(both.filter((other) => other !== address))
    expect(await sendReminders(deps(), morning)).toBe(1)
    expect(letters[1]?.address).toBe(address)
  }
})

test('whoever is deactivated gets neither calendar nor letters', async () => {
  const { url } = (await post('POST', '/api/deadlines/link')).json<{ url: string }>()
  await databases.db.updateTable('access_users').set({ disabled_at: NOW }).where('id', '=', id).execute()
  expect((await app.inject({ url: new URL(url).pathname })).statusCode).toBe(404)
})
