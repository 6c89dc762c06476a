import type { AnswerOf } from '@otklik/model/api'
import type { CertificationObject, ListEdition, readListChanges } from '@otklik/model/certification/api'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  approveSingle,
  entriesOf,
  FIELDS,
  listsOverHttp,
  objectsOf,
  PROTOCOL,
  settle,
  type Who,
} from '../certification.fixture.ts'

type Changes = AnswerOf<typeof readListChanges>

const lists = listsOverHttp()
const changesOf = async (id: number, who?: Who, query = '') =>
  (await lists.get<Changes>(`/lists/${id}/changes${query}`, who)).body
const add = (given: object) => lists.make<CertificationObject>('POST', '/objects', { ...FIELDS, ...given })
const change = ({ id, version, category: _, removed: __, ...fields }: CertificationObject, given: object) =>
  lists.make('PUT', `/objects/${id}`, { version, ...fields, ...given })

describe('the single list', () => {
  let [first, second] = [0, 0]
  beforeAll(async () => {
    await add({ name: 'Останется' })
    await change(await add({ name: 'Переименуют' }), { address: 'https://example.test/now' })
    await add({ name: 'Исключат', authority: 'Чужой орган', region: '46' })
    first = (await approveSingle(lists)).id
    const objects = await objectsOf(lists)
    const named = (name: string) => objects.find((one) => one.name === name) as CertificationObject
    await change(named('Переименуют'), { name: 'Переименован', level: 40.5, address: null, kind: 'typical' })
    await lists.make('POST', `/objects/${named('Исключат').id}/removal`, { reason: 'Закрыт' })
    await add({ name: 'Новый', authority: null, region: null })
    second = (await lists.make<ListEdition>('POST', '/lists/single')).id
  })

  test('has nothing to be compared with at first', async () => {
    expect(await changesOf(first)).toEqual({ against: null, added: 0, dropped: 0, changed: 0, rows: [] })
  })

  test('tells what came, what went and what is otherwise now', async () => {
    expect(await changesOf(second)).toEqual({
      against: { id: first, number: 1 },
      added: 1,
      dropped: 1,
      changed: 1,
      rows: [
        { what: 'added', object: 4, name: 'Новый', authority: null, fields: [] },
        { what: 'dropped', object: 3, name: 'Исключат', authority: 'Чужой орган', fields: [] },
        {
          what: 'changed',
          object: 2,
          name: 'Переименован',
          authority: 'Свой орган',
          fields: ['name', 'kind', 'address', 'level'],
        },
      ],
    })
    expect((await changesOf(second, 'group', '?limit=1&offset=2')).rows.map(({ what }) => what)).toEqual(['changed'])
  })

  test('is compared with what was approved before it, whatever was returned between', async () => {
    await lists.make('POST', `/lists/${second}/return`, { remarks: 'Уточнить' }, 'group')
    const third = await lists.make<ListEdition>('POST', '/lists/single')
    expect(await changesOf(third.id)).toMatchObject({ against: { id: first }, added: 1, dropped: 1, changed: 1 })
    await lists.make('POST', `/lists/${third.id}/approval`, PROTOCOL, 'group')
    const fourth = await lists.make<ListEdition>('POST', '/lists/single')
    const nothing = { added: 0, dropped: 0, changed: 0, rows: [] }
    expect(await changesOf(fourth.id)).toEqual({ against: { id: third.id, number: 3 }, ...nothing })
    expect(await changesOf(first)).toMatchObject({ against: null })
    await lists.make('POST', `/lists/${fourth.id}/approval`, PROTOCOL, 'group')
  })

  test('of who sees a part, the own alone', async () => {
    expect((await lists.get(`/lists/${second}/changes`, 'lead')).status).toBe(404)
    const approved = (await lists.get<{ single: ListEdition[] }>('/lists', 'lead')).body.single.find(
      ({ number }) => number === 3,
    )
    expect(await changesOf(approved?.id ?? 0, 'lead')).toMatchObject({
      added: 0,
      dropped: 0,
      changed: 1,
      rows: [{ object: 2 }],
    })
  })
})

test('of a list of a year only who is admitted counts, and the letter of the self-check', async () => {
  const year = (await lists.make<ListEdition>('POST', '/lists/years', { year: 2027 })).id
  await settle(lists, year, { Переименован: { form: 'not_online' } })
  for (const step of ['publication', 'submission']) await lists.make('POST', `/lists/${year}/${step}`)
  await lists.make('POST', `/lists/${year}/approval`, PROTOCOL, 'group')
  const update = (await lists.make<ListEdition>('POST', `/lists/${year}/update`)).id
  expect(await changesOf(update)).toMatchObject({ against: { id: year, number: 1 }, added: 0, dropped: 0, changed: 0 })
  await settle(lists, update, { Останется: { contacts: false }, Новый: { selfCheck: 'Б' } })
  expect((await entriesOf(lists, update)).edition.counts).toMatchObject({ admitted: 2, leftOut: 1 })
  expect(await changesOf(update)).toMatchObject({
    added: 1,
    dropped: 1,
    changed: 1,
    rows: [
      { what: 'added', name: 'Переименован' },
      { what: 'dropped', name: 'Останется' },
      { what: 'changed', name: 'Новый', fields: ['selfCheck'] },
    ],
  })
})
