import type { AnswerOf, CertificationObject, ListEdition, readListChanges } from '@otklik/model/api'
import { expect, test } from 'vitest'
import {
  approveSingle,
  FIELDS,
  listsOverHttp,
  objectsOf,
  PROTOCOL,
  settle,
  type Who,
} from '../certification.fixture.ts'

const lists = listsOverHttp()
const changesOf = async (id: number, who?: Who, query = '') =>
  (await lists.get<AnswerOf<typeof readListChanges>>(`/lists/${id}/changes${query}`, who)).body
const told = ({ rows }: AnswerOf<typeof readListChanges>) => rows.map(({ what, name, fields }) => [what, name, fields])
const change = async ({ id, category: _, removed: __, ...object }: CertificationObject, fields: object) =>
  lists.make('PUT', `/objects/${id}`, { ...object, ...fields })

test('the first edition has nothing to be compared with', async () => {
  await lists.make('POST', '/objects/from-register', { scope: 'all', region: null })
  const { id } = await approveSingle(lists)
  expect(await changesOf(id)).toEqual({ against: null, added: 0, dropped: 0, changed: 0, rows: [] })
  expect((await lists.get('/lists/999/changes')).status).toBe(404)
})

test('what came in, went out and differs is told of the next one', async () => {
  const objects = await objectsOf(lists)
  const [first, second] = objects
  if (first === undefined || second === undefined) throw new Error('no objects')
  await change(first, { name: 'Иное название', level: 72.5, validFrom: '2026-03-15', validTo: '2029-03-14' })
  await lists.make('POST', `/objects/${second.id}/removal`, { reason: 'Отменена' })
  await lists.make('POST', '/objects', { ...FIELDS, name: 'Новый сервис' })
  const { id } = await lists.make<ListEdition>('POST', '/lists/single')
  const found = await changesOf(id, 'group')
  expect(found).toMatchObject({ against: { number: 1 }, added: 1, dropped: 1, changed: 1 })
  expect(told(found)).toEqual([
    ['added', 'Новый сервис', []],
    ['dropped', second.name, []],
    ['changed', 'Иное название', ['name', 'level', 'validFrom', 'validTo']],
  ])
  const page = await changesOf(id, 'group', '?limit=1&offset=1')
  expect([page.added, page.dropped, page.changed, told(page)[0]?.[0]]).toEqual([1, 1, 1, 'dropped'])
  await lists.make('POST', `/lists/${id}/approval`, PROTOCOL, 'group')
})

test('in the list of a year only those stand that are admitted', async () => {
  const { id } = await lists.make<ListEdition>('POST', '/lists/years', { year: 2027 })
  const { rows } = await settle(lists, id, { 'Новый сервис': { contacts: false } })
  for (const step of ['publication', 'submission']) await lists.make('POST', `/lists/${id}/${step}`)
  await lists.make('POST', `/lists/${id}/approval`, PROTOCOL, 'group')
  const next = await lists.make<ListEdition>('POST', `/lists/${id}/update`)
  expect(await changesOf(next.id)).toMatchObject({ against: { id, number: 1 }, rows: [] })
  const [one, other] = rows.filter(({ name }) => name !== 'Новый сервис')
  await settle(lists, next.id, { [one?.name ?? '']: { selfCheck: 'Б' }, [other?.name ?? '']: { access: false } })
  expect(told(await changesOf(next.id))).toEqual([
    ['added', 'Новый сервис', []],
    ['dropped', other?.name, []],
    ['changed', one?.name, ['selfCheck']],
  ])
})

test('who sees a part is told of the own alone, and of no draft', async () => {
  const [latest] = (await lists.get<{ single: ListEdition[] }>('/lists', 'lead')).body.single
  expect((await changesOf(latest?.id ?? 0, 'lead')).rows).toHaveLength(3)
  expect(await changesOf(latest?.id ?? 0, 'head')).toMatchObject({ added: 0, dropped: 0, changed: 0, rows: [] })
  const { id } = await lists.make<ListEdition>('POST', '/lists/years', { year: 2028 })
  expect((await lists.get(`/lists/${id}/changes`, 'lead')).status).toBe(404)
  expect((await lists.get(`/lists/${id}/changes`, 'analyst')).status).toBe(403)
})
