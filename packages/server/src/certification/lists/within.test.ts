import type { ListEdition } from '@otklik/model/certification/api'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  approveSingle,
  entriesOf,
  FIELDS,
  GOOD,
  listsOverHttp,
  overview,
  PROTOCOL,
  settle,
  type Who,
} from '../certification.fixture.ts'

const lists = listsOverHttp()
const ids = { single: 0, waiting: 0, year: 0, draft: 0 }

beforeAll(async () => {
  await lists.make('POST', '/objects/from-register', { scope: 'all', region: null })
  ids.single = (await approveSingle(lists)).id
  ids.year = (await lists.make<ListEdition>('POST', '/lists/years', { year: 2027 })).id
  await settle(lists, ids.year, { 'Справка своя': { contacts: false } })
  ids.draft = (await lists.make<ListEdition>('POST', '/lists/years', { year: 2028 })).id
  await lists.make('POST', '/objects', FIELDS)
  ids.waiting = (await lists.make<ListEdition>('POST', '/lists/single')).id
})

const names = async (id: number, who: Who, query = '') =>
  (await entriesOf(lists, id, who, query)).rows.map(({ name }) => name)
const statusOf = async (id: number, who: Who) => (await lists.get(`/lists/${id}`, who)).status

describe('who sees a part only', () => {
  test('sees what was approved, and of it the own', async () => {
    expect(await names(ids.single, 'lead')).toEqual(['Справка своя', 'Пособие своё'])
    expect(await names(ids.single, 'head')).toEqual(['Справка чужая'])
    expect((await entriesOf(lists, ids.single, 'lead')).edition).toMatchObject({
      counts: { entries: 2, admitted: 2, leftOut: 0 },
      allowed: [],
    })
    expect(await names(ids.single, 'lead', '?find=чужая')).toEqual([])
    expect(await names(ids.single, 'lead', '?authority=Чужой орган')).toEqual([])
    expect((await lists.get(`/lists/${ids.single}?format=csv`, 'lead')).text).not.toMatch(/чужая|Паспорт/)
  })

  test('sees no draft, nor what is on approval', async () => {
    for (const id of [ids.year, ids.draft, ids.waiting]) expect(await statusOf(id, 'lead')).toBe(404)
    expect((await lists.get(`/lists/${ids.waiting}?format=csv`, 'lead')).status).toBe(404)
    const seen = await overview(lists, 'lead')
    expect(seen.draft).toBeNull()
    expect(seen.single.map(({ id }) => id)).toEqual([ids.single])
    expect(seen.years.flatMap(({ editions }) => editions)).toEqual([])
    expect(seen.years.flatMap(({ allowed }) => allowed)).toEqual([])
  })

  test('sees what is published, the reasons of the own included', async () => {
    await lists.make('POST', `/lists/${ids.year}/publication`)
    const { edition, rows } = await entriesOf(lists, ids.year, 'lead')
    expect(edition.counts).toEqual({ entries: 2, admitted: 1, leftOut: 1 })
    expect(rows.map(({ year }) => year?.admission.reasons.map(({ code }) => code))).toEqual([['no_contacts'], []])
    expect(await names(ids.year, 'lead', '?admitted=false')).toEqual(['Справка своя'])
    await lists.make('POST', `/lists/${ids.year}/submission`)
    expect(await statusOf(ids.year, 'lead')).toBe(404)
    await lists.make('DELETE', `/lists/${ids.year}/submission`)
  })

  test('changes nothing: 403 for what is seen, 404 for the rest', async () => {
    const { rows } = await entriesOf(lists, ids.year)
    const own = rows.find(({ name }) => name === 'Справка своя')
    const foreign = rows.find(({ name }) => name === 'Справка чужая')
    const put = async (path: string, body: object) => {
      const answer = await lists.send('PUT', path, body, 'region')
      return [answer.status, answer.body.code]
    }
    const facts = (entry: typeof own) => ({ version: entry?.year?.version, ...GOOD })
    expect(await put(`/lists/${ids.year}/entries/${own?.id}`, facts(own))).toEqual([403, 'lists_not_yours'])
    expect(await put(`/lists/${ids.year}/entries/${foreign?.id}`, facts(foreign))).toEqual([404, 'not_found'])
    const both = [own, foreign].map((entry) => ({ id: entry?.id, ...facts(entry) }))
    expect(await put(`/lists/${ids.year}/entries`, { entries: both })).toEqual([404, 'not_found'])
    expect(await put(`/lists/${ids.draft}/entries`, { entries: both })).toEqual([404, 'not_found'])
    const act = async (method: 'POST' | 'DELETE', id: number, what: string, body?: object) =>
      (await lists.send(method, `/lists/${id}/${what}`, body, 'region')).status
    for (const [method, what, body] of [
      ['POST', 'publication', undefined],
      ['POST', 'submission', undefined],
      ['DELETE', 'submission', undefined],
      ['POST', 'update', undefined],
      ['POST', 'return', { remarks: 'Замечания' }],
      ['POST', 'approval', PROTOCOL],
    ] as const) {
      expect([what, await act(method, ids.single, what, body)]).toEqual([what, 403])
      expect([what, await act(method, ids.waiting, what, body)]).toEqual([what, 404])
    }
    expect((await lists.send('POST', '/lists/single', undefined, 'region')).status).toBe(403)
    expect((await lists.send('POST', '/lists/years', { year: 2030 }, 'region')).status).toBe(403)
  })

  test('follows an authority that is renamed, while the list keeps its name', async () => {
    const rename = (from: string, to: string) =>
      lists.db.updateTable('register_authorities').set({ name: to }).where('name', '=', from).execute()
    await rename('Чужой орган', 'Новый орган')
    expect(await names(ids.single, 'head')).toEqual([])
    await rename('Свой орган', 'Чужой орган')
    const { rows } = await entriesOf(lists, ids.single, 'head')
    expect(rows.map(({ authority }) => authority)).toEqual(['Свой орган', 'Свой орган'])
  })
})

test('no right, no list', async () => {
  for (const path of ['/lists', `/lists/${ids.single}`, '/objects']) {
    expect((await lists.get(path, 'analyst')).status).toBe(403)
    expect((await lists.get(path, 'machine')).status).toBe(403)
    expect((await lists.get(path, 'nobody')).status).toBe(401)
  }
})
