import type { FormEdition, ListEdition, ListEntry, ListRemark, SelfCheck } from '@otklik/model/certification/api'
import { LETTERS } from '@otklik/model/certification'
import { beforeAll, describe, expect, test } from 'vitest'
import { approveSingle, auditOf, entriesOf, listsOverHttp, statusesOf, type Who } from '../certification.fixture.ts'

const lists = listsOverHttp()
const FORM = {
  title: 'Лист самопроверки',
  sections: [{ title: 'Форма', criteria: [{ name: 'Понятный текст', weight: 4, evidence: 'link' }] }],
  bounds: LETTERS.map((letter, at) => ({ letter, from: [90, 80, 70, 50, 20, 0][at] ?? 0 })),
}
const NOTHING = { level: null, monitoring: null, form: null, act: null, mass: null }
const CONTACT = { name: 'Отдел услуг', phone: '+7 4722 00-00-00', email: 'otdel@example.test' }
const REMARK = {
  asks: 'include',
  text: 'Просим включить услугу',
  materials: { ...NOTHING, mass: { list: 'regional', item: '14' } },
  contacts: { authority: CONTACT, digital: CONTACT },
}
const PDF = Buffer.from('%PDF-1.7\nвыгрузка')

let own: number
let foreign: number
let list: number
let form: FormEdition
beforeAll(async () => {
  await lists.make('POST', '/objects/from-register', { scope: 'all', region: null })
  await approveSingle(lists)
  ;({ id: list } = await lists.make<ListEdition>('POST', '/lists/years', { year: 2027 }))
  const { rows } = await entriesOf(lists, list)
  own = rows.find(({ name }) => name === 'Справка своя')?.id ?? 0
  foreign = rows.find(({ name }) => name === 'Справка чужая')?.id ?? 0
})

const upload = (id: number, name: string, payload: Buffer, personal = false) =>
  lists.app.inject({
    method: 'POST',
    url: `/api/certification/remarks/${id}/files?kind=monitoring&name=${encodeURIComponent(name)}&personal=${personal}`,
    headers: { 'x-who': 'lead', 'content-type': 'application/octet-stream' },
    payload,
  })

describe('the form of self-check', () => {
  test('no sheet is begun before a form is published, and remarks wait for the publication of the draft', async () => {
    const early = await lists.send('POST', `/entries/${own}/remarks`, REMARK, 'administrator')
    expect([early.status, early.body.detail]).toEqual([
      409,
      'Замечания принимают, пока проект перечня опубликован для замечаний (п. 10).',
    ])
    await lists.make('POST', `/lists/${list}/publication`)
    const refused = await lists.send('POST', `/entries/${own}/self-checks`, undefined, 'lead')
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      'Бланк листа самопроверки ещё не опубликован. Обратитесь в Аналитический центр.',
    ])
  })
  test('an edition is written, published, and stays as it is', async () => {
    const flat = { ...FORM, bounds: FORM.bounds.map((one) => ({ ...one, from: 50 })) }
    expect((await lists.send('POST', '/forms', flat)).body.detail).toContain('не ниже границы буквы перед ней')
    form = await lists.make('POST', '/forms', { ...FORM, sections: [] })
    expect((await lists.send('POST', '/forms', FORM)).body.code).toBe('form_drafted')
    expect((await lists.send('POST', `/forms/${form.id}/publication`)).body.detail).toContain('ни одного критерия')
    form = await lists.make('PUT', `/forms/${form.id}`, { version: form.version, ...FORM })
    expect((await lists.send('PUT', `/forms/${form.id}`, { version: 1, ...FORM })).body.code).toBe('material_changed')
    await lists.make('POST', `/forms/${form.id}/publication`)
    const changed = await lists.send('PUT', `/forms/${form.id}`, { version: form.version, ...FORM })
    expect(changed.body.code).toBe('certification_step')
    await expect(
      lists.db.updateTable('certification_forms').set({ content: '{}' }).where('id', '=', form.id).execute(),
    ).rejects.toThrow('final')
  })
})

describe('a sheet of self-check', () => {
  let sheet: SelfCheck
  const fill = (earned: number, evidence = 'https://example.test') =>
    lists.make<SelfCheck>(
      'PUT',
      `/self-checks/${sheet.id}`,
      { version: sheet.version, letter: null, marks: [{ number: '1.1', earned, evidence, note: '' }] },
      'lead',
    )
  test('is filled in for the own objects, and its letter follows from the bounds', async () => {
    expect((await lists.send('POST', `/entries/${foreign}/self-checks`, undefined, 'lead')).status).toBe(404)
    sheet = await lists.make('POST', `/entries/${own}/self-checks`, undefined, 'lead')
    sheet = await fill(2, '')
    const early = await lists.send('POST', `/self-checks/${sheet.id}/signature`, { version: sheet.version }, 'lead')
    expect(early.body.detail).toBe('Не отмечены критерии или нет подтверждений: 1.1. Заполните их.')
    sheet = await fill(2)
    expect([sheet.letter, sheet.earned, sheet.most]).toEqual(['Б', 2, 4])
  })
  test('is not changed after it is signed', async () => {
    const sign = () =>
      lists.send<SelfCheck>('POST', `/self-checks/${sheet.id}/signature`, { version: sheet.version }, 'lead')
    const both = await Promise.all([sign(), sign()])
    expect(statusesOf(both)).toEqual([200, 409])
    const late = await lists.send(
      'PUT',
      `/self-checks/${sheet.id}`,
      { version: sheet.version, letter: null, marks: [] },
      'lead',
    )
    expect(late.body.detail).toBe('Действие «заполнить» невозможно: сейчас «подписан», нужно «заполняется».')
    await expect(
      lists.db.updateTable('certification_self_checks').set({ letter: 'А+' }).where('id', '=', sheet.id).execute(),
    ).rejects.toThrow('final')
  })
})

describe('a remark on the draft', () => {
  let remark: ListRemark
  test('is written for own objects alone, with contacts that the database does not show', async () => {
    expect((await lists.send('POST', `/entries/${foreign}/remarks`, REMARK, 'lead')).status).toBe(404)
    remark = await lists.make('POST', `/entries/${own}/remarks`, REMARK, 'lead')
    const { contacts_sealed } = await lists.db
      .selectFrom('certification_remarks')
      .select('contacts_sealed')
      .where('id', '=', remark.id)
      .executeTakeFirstOrThrow()
    expect(contacts_sealed).not.toContain('otdel')
    expect(remark.contacts.digital).toEqual(CONTACT)
    expect(JSON.stringify(await auditOf(lists, `list_remark:${remark.id}`))).not.toContain('otdel')
    expect((await lists.get<{ total: number }>(`/lists/${list}/remarks`, 'curator')).body.total).toBe(0)
  })
  test('takes files that are what they say, and gives them back as they were', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])
    const wrong = await upload(remark.id, 'выгрузка.pdf', png)
    expect(wrong.json().errors[0].message).toContain('по содержимому не PDF: это картинка PNG')
    for (const personal of [false, true]) {
      const answer = await upload(remark.id, 'выгрузка.pdf', PDF, personal)
      remark = answer.json()
      const file = remark.files.at(-1)
      const back = await lists.app.inject({
        url: `/api/certification/remarks/${remark.id}/files/${file?.id}`,
        headers: { 'x-who': 'lead' },
      })
      expect(back.rawPayload.equals(PDF)).toBe(true)
    }
    // The same content once open and once sealed; a third upload brings no third copy.
    await upload(remark.id, 'ещё раз.pdf', PDF)
    const kept = await lists.db.selectFrom('kept_files').select(['complete', 'sealed']).orderBy('id').execute()
    expect(kept.map(({ complete, sealed }) => [complete, sealed !== null])).toEqual([
      [true, false],
      [true, true],
    ])
    const { rows } = await lists.pool.query<{ open: boolean }>(
      `SELECT position('%PDF'::bytea IN bytes) > 0 AS open FROM kept_file_pieces ORDER BY file_id`,
    )
    expect(rows.map(({ open }) => open)).toEqual([true, false])
  })
  test('of more than 2 GB is refused before a byte of it is read', async () => {
    const answer = await lists.app.inject({
      method: 'POST',
      url: `/api/certification/remarks/${remark.id}/files?kind=act&name=a.pdf`,
      headers: { 'x-who': 'lead', 'content-type': 'application/pdf', 'content-length': '2000000001' },
      payload: PDF,
    })
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'too_large'])
  })
  test('is sent, and accepted by the Centre with what follows for the object', async () => {
    await lists.make('POST', `/remarks/${remark.id}/sending`, undefined, 'lead')
    expect((await lists.send('POST', `/remarks/${remark.id}/acceptance`, undefined, 'lead')).status).toBe(403)
    expect((await lists.send('POST', `/remarks/${remark.id}/acceptance`, undefined, 'region')).status).toBe(403)
    const accept = () => lists.send<ListRemark>('POST', `/remarks/${remark.id}/acceptance`, undefined, 'curator')
    const both = await Promise.all([accept(), accept()])
    expect(statusesOf(both)).toEqual([200, 409])
    const entry = (await entriesOf(lists, list)).rows.find(({ id }) => id === own)
    expect(entry?.year?.facts).toMatchObject({ contacts: true, mass: '14', massList: 'regional' })
    expect(entry?.year?.admission.reasons.map(({ code }) => code)).not.toContain('no_contacts')
  })
  test('leaves no list of the mass services behind once its item is taken away', async () => {
    const entry = (await entriesOf(lists, list)).rows.find(({ id }) => id === own)
    const body = { version: entry?.year?.version, ...entry?.year?.facts, mass: null }
    const { year } = await lists.make<ListEntry>('PUT', `/lists/${list}/entries/${own}`, body)
    expect(year?.facts).toMatchObject({ contacts: true, mass: null })
    expect(year?.facts).not.toHaveProperty('massList')
  })
  test('shows files that tell of persons to those who send and those who decide alone', async () => {
    const filesFor = async (who: Who) =>
      (await lists.get<{ rows: ListRemark[] }>(`/lists/${list}/remarks`, who)).body.rows.flatMap(({ files }) => files)
    const all = await filesFor('curator')
    expect(all.map(({ personal }) => personal)).toEqual([false, true, false])
    expect(await filesFor('lead')).toEqual(all)
    expect(await filesFor('group')).toEqual(all.filter(({ personal }) => !personal))
    const statusFor = async (who: Who) =>
      (await lists.get(`/remarks/${remark.id}/files/${all.find(({ personal }) => personal)?.id}`, who)).status
    expect([await statusFor('curator'), await statusFor('lead'), await statusFor('group')]).toEqual([200, 200, 404])
  })
  test('is declined with a reason', async () => {
    const { id } = await lists.make<ListRemark>('POST', `/entries/${own}/remarks`, REMARK, 'lead')
    await lists.make('POST', `/remarks/${id}/sending`, undefined, 'lead')
    const declined = await lists.make<ListRemark>('POST', `/remarks/${id}/refusal`, { reason: 'Нет выгрузки' })
    expect([declined.state, declined.decided?.reason]).toEqual(['declined', 'Нет выгрузки'])
  })
  test('stands first in the list while it waits for a decision', async () => {
    const { id } = await lists.make<ListRemark>('POST', `/entries/${own}/remarks`, REMARK, 'lead')
    await lists.make('POST', `/remarks/${id}/sending`, undefined, 'lead')
    const { rows } = (await lists.get<{ rows: ListRemark[] }>(`/lists/${list}/remarks`, 'curator')).body
    expect(rows.map(({ state }) => state)).toEqual(['sent', 'accepted', 'declined'])
  })
})
