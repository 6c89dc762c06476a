import type { ListEdition, ListEntry } from '@otklik/model/certification/api'
import exceljs from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  approveSingle,
  auditOf,
  entriesOf,
  FIELDS,
  GOOD,
  listsOverHttp,
  overview,
  PROTOCOL,
  settle,
  statusesOf,
  type Who,
} from '../certification.fixture.ts'

const lists = listsOverHttp()
const act = (id: number, what: string, body?: object, who?: Who) =>
  lists.send<ListEdition>('POST', `/lists/${id}/${what}`, body, who)
const begin = (year: number, who?: Who) => lists.send<ListEdition>('POST', '/lists/years', { year }, who)
const entryOf = async (id: number, name: string): Promise<ListEntry> => {
  const found = (await entriesOf(lists, id)).rows.find((row) => row.name === name)
  if (found === undefined) throw new Error(`no entry ${name}`)
  return found
}

beforeAll(async () => {
  await lists.make('POST', '/objects/from-register', { scope: 'all', region: null })
  await lists.make('POST', '/objects', { ...FIELDS, level: 90, validFrom: '2024-03-15', validTo: '2027-03-14' })
})

/** The first column of the list as a workbook. */
async function printedBy(who: Who, id: number): Promise<string[]> {
  const answer = await lists.app.inject({
    url: `/api/certification/lists/${id}/paper?format=xlsx`,
    headers: { 'x-who': who },
  })
  expect(answer.statusCode, answer.body).toBe(200)
  const book = new exceljs.Workbook()
  // The library's type of a buffer is older than Node's.
  await book.xlsx.load(answer.rawPayload as never)
  const cells = book.worksheets[0]?.getColumn(1).values ?? []
  return cells.filter((cell) => cell !== undefined).map(String)
}

test('a year is begun on an approved single list, and once', async () => {
  expect((await begin(2027)).body).toMatchObject({ status: 409, code: 'single_list_first' })
  const single = await approveSingle(lists)
  expect((await overview(lists)).years.map(({ year, allowed }) => [year, allowed])).toEqual([
    [2027, ['create']],
    [2026, ['create']],
  ])
  expect((await begin(2027)).body).toMatchObject({
    kind: 'year',
    year: 2027,
    number: 1,
    state: 'draft',
    base: { id: single.id, number: 1 },
    counts: { entries: 6, admitted: 0, leftOut: 6 },
    allowed: ['edit', 'publish'],
  })
  expect((await begin(2027)).body).toMatchObject({
    status: 409,
    code: 'list_state',
    detail: 'Перечень 2027 года, редакция № 1: проект. Составить проект можно, пока перечня нет.',
  })
})

describe('the list of 2027', () => {
  let id: number
  beforeAll(async () => {
    id = (await overview(lists)).years.find(({ year }) => year === 2027)?.editions[0]?.id ?? 0
  })

  test('begins with everything out, for each reason', async () => {
    const reasons = async (name: string) => (await entryOf(id, name)).year?.admission.reasons.map(({ code }) => code)
    expect(await reasons('Справка своя')).toEqual(['no_self_check', 'form_not_online', 'no_contacts', 'no_access'])
    // Its form has an address, its certificate of three years ends in the year.
    expect(await reasons('Приём обращений')).toEqual(['no_contacts'])
    expect((await overview(lists)).years[0]?.deadlines[0]).toMatchObject({ code: 'services_told', day: '2026-11-20' })
  })

  test('is filled in entry by entry', async () => {
    const entry = await entryOf(id, 'Справка своя')
    const path = `/lists/${id}/entries/${entry.id}`
    const ending = { way: 'merged', when: 'next_year', act: ' приказ  № 5. ' }
    const saved = await lists.make<ListEntry>('PUT', path, { version: 1, ...GOOD, ending, mass: '  12 ' })
    expect(saved.year).toMatchObject({
      version: 2,
      facts: { selfCheck: 'А', ending: { act: 'приказ № 5' }, mass: '12' },
      admission: {
        admitted: false,
        reasons: [{ code: 'ending', point: '14', text: 'Подлежит объединению в следующем году: приказ № 5.' }],
      },
    })
    const late = await lists.send('PUT', path, { version: 1, ...GOOD })
    expect([late.status, late.body.code, late.body.detail]).toEqual([
      409,
      'entries_changed',
      expect.stringContaining('«Справка своя»'),
    ])
    const empty = await lists.send('PUT', path, { version: 2, ...GOOD, ending: { ...ending, act: ' ' } })
    expect(empty.body.errors).toEqual([{ path: 'ending.act', message: 'Напишите реквизиты акта.' }])
    expect((await lists.make<ListEntry>('PUT', path, { version: 2, ...GOOD })).year?.admission.admitted).toBe(true)
    expect((await lists.send('PUT', `/lists/${id}/entries/999`, { version: 1, ...GOOD })).status).toBe(404)
  })

  test('is filled in for many at once, all or none', async () => {
    const { rows } = await entriesOf(lists, id)
    const entries = rows.map((entry) => ({ id: entry.id, version: entry.year?.version ?? 0, ...GOOD }))
    const save = (given: object[]) => lists.send('PUT', `/lists/${id}/entries`, { entries: given })
    const before = await entriesOf(lists, id)
    const [one, ...others] = entries
    expect((await save([...others, { ...one, version: 1 }])).body.code).toBe('entries_changed')
    expect((await save([...entries, { ...one }])).body.errors?.[0]?.path).toBe('entries.6.id')
    expect((await save([...entries, { ...one, id: 999 }])).status).toBe(404)
    const bad = { ...others[0], ending: { way: 'closed', when: 'this_year', act: ' ' } }
    expect((await save([{ ...one }, bad])).body.errors?.[0]?.path).toBe('entries.1.ending.act')
    expect(await entriesOf(lists, id)).toEqual(before)
    const { rows: saved } = await settle(lists, id, {
      'Справка чужая': { roadMapFailed: true },
      Паспорт: { selfCheck: 'В' },
      'Приём обращений': { selfCheck: null },
    })
    expect(saved.map(({ year }) => year?.admission.admitted)).toEqual([true, true, false, false, true, true])
    // The one that had its facts already is left alone.
    expect((await entryOf(id, 'Справка своя')).year?.version).toBe(3)
    expect((await auditOf(lists, `list:${id}`)).map(({ what }) => what)).toEqual([
      'list.created',
      'list.edited',
      'list.edited',
      'list.edited',
    ])
  })

  test('shows who is in and who is out', async () => {
    const names = async (query: string) => (await entriesOf(lists, id, 'curator', query)).rows.map(({ name }) => name)
    expect(await names('?admitted=false&sort=name')).toEqual(['Паспорт', 'Справка чужая'])
    expect(await names('?admitted=true&region=federal')).toEqual(['Без органа'])
    expect(await names('?category=сервис')).toEqual(['Приём обращений'])
    expect(await names('?find=справка&limit=1&offset=1')).toEqual(['Справка чужая'])
    const csv = (await lists.get(`/lists/${id}?format=csv&admitted=false`)).text
    expect(csv).toContain('Самопроверка показала «В», нужно не ниже «Б» (пункт 9).')
    expect(csv).toContain('План-график («дорожная карта») доработки не реализован (пункт 14).')
  })

  test('is not submitted before it was published', async () => {
    expect((await act(id, 'submission')).body).toMatchObject({ status: 409, code: 'list_state' })
    expect((await act(id, 'publication', undefined, 'group')).status).toBe(403)
    expect((await act(id, 'publication')).body).toMatchObject({ state: 'published', published: { by: 'Куратор' } })
    expect((await act(id, 'publication')).body.code).toBe('list_state')
  })

  test('takes in what the remarks bring', async () => {
    const { id: entry, year } = await entryOf(id, 'Паспорт')
    const saved = await lists.make<ListEntry>('PUT', `/lists/${id}/entries/${entry}`, {
      version: year?.version,
      ...GOOD,
    })
    expect(saved.year?.admission.admitted).toBe(true)
  })

  test('is not changed while it is on approval', async () => {
    expect((await act(id, 'submission')).body).toMatchObject({
      state: 'on_approval',
      counts: { admitted: 5, leftOut: 1 },
    })
    const { id: entry, year } = await entryOf(id, 'Паспорт')
    const late = await lists.send('PUT', `/lists/${id}/entries/${entry}`, {
      version: year?.version,
      ...GOOD,
      access: false,
    })
    expect([late.body.code, late.body.detail]).toEqual([
      'list_state',
      'Перечень 2027 года, редакция № 1: на утверждении. Изменить можно в состоянии «проект» или «опубликован для замечаний».',
    ])
  })

  test('goes back to its draft with remarks, or to where it was when withdrawn', async () => {
    expect((await lists.send('DELETE', `/lists/${id}/submission`)).body).toMatchObject({ state: 'published' })
    await lists.make('POST', `/lists/${id}/submission`)
    expect((await act(id, 'return', { remarks: 'Проверьте паспорт' }, 'group')).body).toMatchObject({
      state: 'draft',
      returned: { remarks: 'Проверьте паспорт' },
      counts: { entries: 6 },
    })
    await lists.make('POST', `/lists/${id}/publication`)
    await lists.make('POST', `/lists/${id}/submission`)
  })

  test('is approved by another person, and final', async () => {
    expect((await act(id, 'approval', PROTOCOL, 'group')).body).toMatchObject({
      state: 'approved',
      counts: { admitted: 5, leftOut: 1 },
    })
    const kept = await entriesOf(lists, id)
    const [entry] = kept.rows
    const change = { version: entry?.year?.version, ...GOOD, contacts: false }
    expect((await lists.send('PUT', `/lists/${id}/entries/${entry?.id}`, change)).body.code).toBe('list_state')
    const { rows } = (await lists.get<{ rows: { id: number; version: number; name: string }[] }>('/objects')).body
    for (const { id: object, version, name } of rows)
      await lists.send('PUT', `/objects/${object}`, { ...FIELDS, service: null, version, name: `${name}!` })
    expect(await entriesOf(lists, id)).toEqual(kept)
  })

  test('is printed with those who are in, as approved; a part of it as an extract', async () => {
    const printed = await printedBy('curator', id)
    expect(printed.slice(0, 4)).toEqual([
      'УТВЕРЖДЁН',
      'Межведомственной рабочей группой по внедрению клиентоцентричности в государственное управление',
      '(протокол от 20.11.2026 № 12-РГ)',
      'Перечень государственных и типовых государственных и муниципальных услуг и сервисов, подлежащих сертификации в 2027 году',
    ])
    expect(printed.filter((text) => /^\d+$/.test(text))).toEqual(['1', '2', '3', '4', '5'])
    expect(await printedBy('lead', id)).toContain(
      'Выписка из перечня государственных и типовых государственных и муниципальных услуг и сервисов, подлежащих сертификации в 2027 году',
    )
  })

  test('is updated by a copy with what the single list got since', async () => {
    await lists.make('POST', '/objects', { ...FIELDS, name: 'Новый сервис' })
    await approveSingle(lists)
    expect((await act(id, 'update', undefined, 'group')).status).toBe(403)
    const next = (await act(id, 'update')).body
    expect(next).toMatchObject({
      number: 2,
      state: 'draft',
      base: { number: 2 },
      counts: { entries: 7, admitted: 5, leftOut: 2 },
    })
    const { rows } = await entriesOf(lists, next.id)
    // What was approved is copied under the names of its day.
    expect(rows.map(({ name }) => name)).toEqual([
      ...(await entriesOf(lists, id)).rows.map(({ name }) => name),
      'Новый сервис',
    ])
    expect((await act(id, 'update')).body).toMatchObject({ status: 409, code: 'list_in_the_way' })
    await lists.make('POST', `/lists/${next.id}/publication`)
    await lists.make('POST', `/lists/${next.id}/submission`, undefined, 'methodologist')
    await lists.make('POST', `/lists/${next.id}/approval`, PROTOCOL, 'colleague')
    expect((await act(id, 'update')).body.code).toBe('list_in_the_way')
    const { years } = await overview(lists)
    expect(years[0]?.editions.map(({ number, state, allowed }) => [number, state, allowed])).toEqual([
      [2, 'approved', ['update']],
      [1, 'approved', []],
    ])
    expect((await auditOf(lists, `list:${next.id}`)).map(({ what }) => what)).toEqual([
      'list.update_begun',
      'list.published',
      'list.submitted',
      'list.approved',
    ])
  })
})

test('of two who begin a year or an update at once one wins', async () => {
  const begun = await Promise.all([begin(2028), begin(2028, 'methodologist')])
  expect(statusesOf(begun)).toEqual([201, 409])
  const id = (await overview(lists)).years.find(({ year }) => year === 2027)?.editions[0]?.id ?? 0
  const updated = await Promise.all([act(id, 'update'), act(id, 'update', undefined, 'methodologist')])
  expect(statusesOf(updated)).toEqual([201, 409])
})

test('nothing is submitted with everybody left out', async () => {
  const id = (await overview(lists)).years.find(({ year }) => year === 2028)?.editions[0]?.id ?? 0
  await lists.make('POST', `/lists/${id}/publication`)
  expect((await act(id, 'submission')).body).toMatchObject({ status: 409, code: 'list_empty' })
})

test('of two who change an entry at once one is told', async () => {
  const id = (await overview(lists)).years.find(({ year }) => year === 2028)?.editions[0]?.id ?? 0
  const [entry] = (await entriesOf(lists, id)).rows
  const path = `/lists/${id}/entries/${entry?.id}`
  const answers = await Promise.all(
    ['А', 'Б'].map((selfCheck) => lists.send('PUT', path, { version: entry?.year?.version, ...GOOD, selfCheck })),
  )
  expect(statusesOf(answers)).toEqual([200, 409])
})
