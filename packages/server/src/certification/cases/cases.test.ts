import type { CriticalCase, ProcedureFile } from '@otklik/model/certification/api'
import { beforeAll, expect, test } from 'vitest'
import { bySystem } from '../../platform/audit/index.ts'
import { seenPages } from '../../platform/papers/pictures.fixture.ts'
import {
  approveSingle,
  approveYear,
  auditOf,
  FIELDS,
  listsOverHttp,
  objectsOf,
  statusesOf,
  type Who,
} from '../certification.fixture.ts'
import { proceduresOf, SENDING } from '../procedure/procedure.fixture.ts'
import { openCases } from './open.ts'
import { endDueCertificates } from './steps.ts'

const lists = listsOverHttp()
let calls: ReturnType<typeof proceduresOf>
let certified: ProcedureFile
const at = (day: string) => {
  lists.clock.now = new Date(`${day}T09:00:00Z`)
}
const night = async () => {
  const opened = await openCases(lists.db, bySystem(lists.clock.now))
  return { opened, ended: await endDueCertificates(lists.db, lists.clock.now) }
}
const addAlarm = (service: string, month: string) =>
  lists.db
    .insertInto('alarms')
    .values({
      figure: 'refusals',
      service,
      month,
      grade: 'confirmed',
      sentence: 'Доля отказов растёт три месяца подряд',
      values: JSON.stringify([{ month, value: 9, numerator: 90, denominator: 1000 }]),
      evidence: '[]',
      found_at: lists.clock.now,
    })
    .execute()
const casesOf = async (state = 'open', who?: Who) =>
  (await lists.get<{ rows: CriticalCase[] }>(`/cases?state=${state}`, who)).body.rows
const act = (id: number, what: string, body?: object, who?: Who) =>
  lists.send<CriticalCase>(what === 'notice' ? 'PUT' : 'POST', `/cases/${id}/${what}`, body, who)

/** Every part of the object assessed, the level fixed by another, the papers sent. */
async function certify(object: number, letters: readonly [string, string], year = 2026): Promise<ProcedureFile> {
  const { id, sheets } = await calls.begin(object, year)
  await calls.assess(id, 'regulation', letters[0])
  await calls.assess(id, 'laboratory', letters[1])
  if (sheets.some(({ part, state }) => part === 'monitoring' && state === null))
    await calls.assess(id, 'monitoring', 'possible')
  await calls.post(id, '/submission')
  await calls.post(id, '/decision', undefined, 'methodologist')
  return calls.post(id, '/sending', SENDING)
}

beforeAll(async () => {
  calls = proceduresOf(lists)
  await lists.make('POST', '/objects/from-register', { scope: 'all', region: null })
  await lists.make('POST', '/objects', { ...FIELDS, service: '1000000001' })
  await approveSingle(lists)
  await approveYear(lists, 2026)
  at('2026-05-12')
  const objects = await objectsOf(lists)
  const named = (name: string) => objects.find((object) => object.name === name)?.id ?? 0
  certified = await certify(named('Справка своя'), ['Б', 'Б'])
  // Of the same service, and of a kind that is not monitored.
  await certify(named('Приём обращений'), ['А', 'А'])
})

test('values from before the certificate, and of what has none, open no case', async () => {
  await addAlarm('1000000001', '2026-04')
  await addAlarm('9000000001', '2026-06')
  expect(await night()).toEqual({ opened: 0, ended: 0 })
})

test('a critical value opens one case of the monitored object, with its clock and the drafted notice', async () => {
  at('2026-08-05')
  await addAlarm('1000000001', '2026-07')
  expect([await night(), await night()]).toEqual([
    { opened: 1, ended: 0 },
    { opened: 0, ended: 0 },
  ])
  expect(await casesOf()).toMatchObject([
    {
      state: 'drafted',
      name: 'Справка своя',
      certificate: 'С-2026-0001',
      due: '2026-08-12',
      notice: { endsOn: null },
      drafted: 'Система',
      steps: [
        { event: 'edit' },
        { event: 'sign', refused: expect.stringContaining('дата прекращения') },
        { event: 'close' },
      ],
    },
  ])
  expect(await casesOf('open', 'head')).toEqual([])
  expect((await casesOf('open', 'lead'))[0]?.steps).toEqual([])
})

test('what was decided on some months opens no case of them again, later months do', async () => {
  const [found] = await casesOf()
  const id = found?.id ?? 0
  expect((await act(id, 'closing', { reason: 'Сбой передачи статусов, письмо от 06.08' })).body).toMatchObject({
    state: 'closed',
  })
  expect(await night()).toMatchObject({ opened: 0 })
  at('2026-09-07')
  await addAlarm('1000000001', '2026-08')
  expect(await night()).toMatchObject({ opened: 1 })
})

test('a person names the day, another signs, and from that day the certificate holds no more', async () => {
  const id = (await casesOf())[0]?.id ?? 0
  const notice = { endsOn: '2026-09-10', text: 'Рост подтверждён.' }
  expect((await act(id, 'notice', { ...notice, endsOn: '2026-09-01' })).body).toMatchObject({
    errors: [{ path: 'endsOn' }],
  })
  await act(id, 'notice', notice)
  expect((await act(id, 'signature')).body.detail).toContain('не тот')
  const both = await Promise.all([
    act(id, 'signature', undefined, 'methodologist'),
    act(id, 'signature', undefined, 'administrator'),
  ])
  expect(statusesOf(both)).toEqual([200, 409])
  const sent = (await act(id, 'sending', { to: 'Свой орган', letter: '08.09.2026 № 77-АЦ' })).body
  expect(sent).toMatchObject({ state: 'signed', endedOn: null, due: null })
  const paper = await lists.app.inject({
    url: `/api/certification/documents/${sent.noticeDocument}/paper?format=pdf`,
    headers: { 'x-who': 'lead' },
  })
  const text = (await seenPages(paper.rawPayload)).map((page) => page.text.replaceAll('\u00A0', ' ')).join(' ')
  for (const piece of ['У-2026-0001', 'Справка своя', 'Свой орган', '10 сентября 2026']) expect(text).toContain(piece)
  const page = new URL(certified.documents[0]?.page ?? '').pathname
  expect((await lists.app.inject({ url: page })).body).toContain('Действует')
  at('2026-09-10')
  expect(await night()).toEqual({ opened: 0, ended: 1 })
  expect((await lists.app.inject({ url: page })).body).toMatch(/Прекращён[\s\S]*10\.09\.2026/)
  expect(await objectsOf(lists, '?find=справка своя')).toMatchObject([{ level: 70, validFrom: null, validTo: null }])
  const audit = await auditOf(lists, `critical_case:${id}`)
  expect(audit.map(({ what, who }) => [what.split('.')[1], who === 'system'])).toEqual([
    ['opened', true],
    ['drafted', false],
    ['signed', false],
    ['sent', false],
    ['ended', true],
  ])
})

test('after the end it is certified again: a term from the day of issue, the repetition counted', async () => {
  const again = await certify(certified.object, ['Б', 'Б'])
  expect(again.reason).toContain('п. 30 «б»')
  expect(again.score).toMatchObject({ level: 70, equal_repeats: 1, valid_from: '2026-09-10', certificate: true })
  expect(await night()).toMatchObject({ opened: 0 })
})
