import type { CertificationObject, ListEdition } from '@otklik/model/certification/api'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  auditOf,
  entriesOf,
  FIELDS,
  listsOverHttp,
  objectsOf,
  overview,
  PROTOCOL,
  statusesOf,
  type Who,
} from '../certification.fixture.ts'

const lists = listsOverHttp()
const act = (id: number, what: string, body?: object, who?: Who) =>
  lists.send<ListEdition>('POST', `/lists/${id}/${what}`, body, who)
const withdraw = (id: number, who?: Who) => lists.send<ListEdition>('DELETE', `/lists/${id}/submission`, undefined, who)
const submit = (who?: Who) => lists.send<ListEdition>('POST', '/lists/single', undefined, who)

test('nothing is submitted while there is nothing', async () => {
  expect((await submit()).body).toMatchObject({
    status: 409,
    code: 'list_empty',
    detail: expect.stringContaining('Единый перечень'),
  })
  expect(await overview(lists)).toMatchObject({ today: '2026-11-22', draft: { objects: 0, allowed: [] }, single: [] })
})

describe('an edition', () => {
  let first: ListEdition
  beforeAll(async () => {
    await lists.make('POST', '/objects/from-register', { scope: 'all', region: null })
    const certificate = { level: 72.5, validFrom: '2025-03-01', validTo: '2028-02-29' }
    await lists.make('POST', '/objects', { ...FIELDS, ...certificate })
    await lists.make('POST', '/objects', {
      ...FIELDS,
      name: 'Типовая',
      kind: 'typical',
      address: null,
      authority: 'Чужой орган',
      region: '46',
    })
    const { id } = await lists.make<CertificationObject>('POST', '/objects', { ...FIELDS, name: 'Закрытый сервис' })
    await lists.make('POST', `/objects/${id}/removal`, { reason: 'Закрыт' })
  })

  test('is all objects as they are, on approval', async () => {
    expect((await overview(lists)).draft).toEqual({ objects: 7, removed: 1, withoutAuthority: 1, allowed: ['submit'] })
    first = (await submit()).body
    expect(first).toMatchObject({
      kind: 'single',
      year: null,
      number: 1,
      state: 'on_approval',
      counts: { entries: 7, admitted: 7, leftOut: 0 },
      submitted: { by: 'Куратор', at: '2026-11-22T09:00:00.000Z' },
      approved: null,
      allowed: ['withdraw'],
    })
    const { rows } = await entriesOf(lists, first.id)
    expect(rows.map(({ name }) => name)).not.toContain('Закрытый сервис')
    expect(rows.find(({ name }) => name === 'Приём обращений')).toEqual({
      id: expect.any(Number),
      object: 6,
      name: 'Приём обращений',
      kind: 'appeals',
      category: 'сервис',
      typical: false,
      authority: 'Свой орган',
      region: '31',
      service: null,
      address: 'https://example.test/appeals',
      level: 72.5,
      validFrom: '2025-03-01',
      validTo: '2028-02-29',
      year: null,
    })
    expect(rows.filter(({ typical }) => typical).map(({ name }) => name)).toEqual(['Типовая'])
  })

  test('is the only one on approval', async () => {
    expect((await submit('methodologist')).body).toMatchObject({ status: 409, code: 'list_in_the_way' })
    expect((await overview(lists)).draft?.allowed).toEqual([])
  })

  test('is offered to the working group, and not to who submitted', async () => {
    const allowed = async (who: Who) => (await overview(lists, who)).single[0]?.allowed
    expect(await allowed('group')).toEqual(['return', 'approve'])
    expect(await allowed('methodologist')).toEqual([])
    expect(await allowed('administrator')).toEqual(['return', 'approve'])
  })

  test('is withdrawn by who submitted, only', async () => {
    expect((await withdraw(first.id, 'methodologist')).body).toMatchObject({
      status: 409,
      code: 'list_not_your_submission',
    })
    expect((await withdraw(first.id)).body).toMatchObject({
      state: 'withdrawn',
      withdrawn: { by: 'Куратор' },
      allowed: [],
    })
    expect((await withdraw(first.id)).body).toMatchObject({
      status: 409,
      code: 'list_state',
      detail: 'Единый перечень, редакция № 1: отозван. Отозвать можно в состоянии «на утверждении».',
    })
  })

  test('is returned with remarks, and the next one has a number of its own', async () => {
    const { id } = (await submit()).body
    expect((await act(id, 'return', { remarks: '   ' }, 'group')).body.errors?.[0]?.path).toBe('remarks')
    expect((await act(id, 'return', { remarks: 'Нет органа\nу одной услуги' }, 'group')).body).toMatchObject({
      number: 2,
      state: 'returned',
      returned: { by: 'Участник рабочей группы', remarks: 'Нет органа\nу одной услуги' },
    })
    expect((await act(id, 'approval', PROTOCOL, 'group')).body).toMatchObject({ status: 409, code: 'list_state' })
  })

  test('is not approved by who submitted, though an administrator may both', async () => {
    const { id } = (await submit('administrator')).body
    expect((await act(id, 'approval', PROTOCOL, 'administrator')).body).toMatchObject({
      status: 409,
      code: 'list_four_eyes',
      detail: expect.stringContaining('другой человек'),
    })
    expect((await act(id, 'approval', PROTOCOL, 'curator')).body).toMatchObject({ status: 403, code: 'not_allowed' })
    const wrong = { ...PROTOCOL, protocolDate: '2026-11-31' }
    expect((await act(id, 'approval', wrong, 'group')).body.errors?.[0]?.path).toBe('protocolDate')
    expect(
      (await act(id, 'approval', { ...PROTOCOL, protocolDate: '2026-11-23' }, 'group')).body.errors?.[0]?.path,
    ).toBe('protocolDate')
    expect((await act(id, 'approval', { ...PROTOCOL, protocolNumber: '  ' }, 'group')).body.errors?.[0]?.path).toBe(
      'protocolNumber',
    )
    expect((await act(id, 'approval', PROTOCOL, 'group')).body).toMatchObject({
      number: 3,
      state: 'approved',
      approved: { by: 'Участник рабочей группы', protocolNumber: '12-РГ', protocolDate: '2026-11-20' },
      allowed: [],
    })
    expect(await auditOf(lists, `list:${id}`)).toMatchObject([
      { what: 'list.submitted', who: 'user:u5', after: { list: 'Единый перечень, редакция № 3', entries: 7 } },
      {
        what: 'list.approved',
        who: 'user:u3',
        before: { state: 'on_approval' },
        after: { state: 'approved', protocolNumber: '12-РГ' },
      },
    ])
  })
})

describe('an approved edition', () => {
  const approved = async () => (await overview(lists)).single.find(({ state }) => state === 'approved')?.id ?? 0

  test('stays as it was whatever becomes of its objects', async () => {
    const id = await approved()
    const before = await entriesOf(lists, id)
    for (const { id: object, version, category: _, removed, ...fields } of await objectsOf(lists)) {
      if (removed !== null) continue
      const change = {
        ...fields,
        version,
        name: `${fields.name} (новое)`,
        authority: 'Федеральный орган',
        region: null,
      }
      await lists.make('PUT', `/objects/${object}`, change)
    }
    const [taken] = await objectsOf(lists)
    await lists.make('POST', `/objects/${taken?.id}/removal`, { reason: 'Закрыта' })
    expect(await entriesOf(lists, id)).toEqual(before)
  })

  test('is not changed past the calls either', async () => {
    const id = await approved()
    const { db } = lists
    const refused = expect.objectContaining({ code: '42501' })
    const entries = sql`UPDATE certification_entries SET name = 'другое' WHERE list_id = ${id}`.execute(db)
    await expect(entries).rejects.toEqual(refused)
    await expect(sql`DELETE FROM certification_entries WHERE list_id = ${id}`.execute(db)).rejects.toEqual(refused)
    await expect(sql`UPDATE certification_lists SET state = 'draft' WHERE id = ${id}`.execute(db)).rejects.toEqual(
      refused,
    )
    await expect(sql`DELETE FROM certification_lists`.execute(db)).rejects.toEqual(refused)
  })

  test('takes no event at all', async () => {
    const id = await approved()
    for (const [what, body, who] of [
      ['publication', undefined, 'curator'],
      ['submission', undefined, 'curator'],
      ['update', undefined, 'curator'],
      ['return', { remarks: 'Замечания' }, 'group'],
      ['approval', PROTOCOL, 'colleague'],
    ] as const)
      expect([what, (await act(id, what, body, who)).body.code]).toEqual([what, 'list_state'])
    expect((await act(id, 'publication')).body.detail).toContain('для него не предусмотрено')
    expect((await act(999, 'publication')).status).toBe(404)
  })

  test('goes out as the paper of пункт 7', async () => {
    const { text } = await lists.get(`/lists/${await approved()}?format=csv`)
    const [head, ...rows] = text
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/)
    expect(head).toBe(
      '№;Наименование объекта сертификации;В перечне типовых услуг;Категория;Уполномоченный орган;Интегральный уровень, %;Сертификат с;Сертификат по',
    )
    expect(rows).toHaveLength(7)
    expect(rows.find((row) => row.includes('Типовая'))).toContain(';да;услуга;Чужой орган;')
  })
})

test('of two approvals at once one wins', async () => {
  const { id } = (await submit()).body
  const answers = await Promise.all((['group', 'colleague'] as const).map((who) => act(id, 'approval', PROTOCOL, who)))
  expect(statusesOf(answers)).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)?.body.detail).toContain('утверждён')
  expect((await auditOf(lists, `list:${id}`)).map(({ what }) => what)).toEqual(['list.submitted', 'list.approved'])
})

test('of an approval and a return at once one wins', async () => {
  const { id } = (await submit()).body
  const answers = await Promise.all([
    act(id, 'approval', PROTOCOL, 'group'),
    act(id, 'return', { remarks: 'Замечания' }, 'colleague'),
    withdraw(id),
  ])
  expect(statusesOf(answers)).toEqual([200, 409, 409])
})

test('of two submissions at once one wins', async () => {
  const answers = await Promise.all([submit('curator'), submit('methodologist')])
  expect(statusesOf(answers)).toEqual([201, 409])
  expect((await overview(lists)).single.filter(({ state }) => state === 'on_approval')).toHaveLength(1)
})
