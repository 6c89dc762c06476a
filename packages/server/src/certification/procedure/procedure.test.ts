import type { BoardRow, ProcedureFile, RegisterRow } from '@otklik/model/certification/api'
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  approveSingle,
  approveYear,
  auditOf,
  FIELDS,
  listsOverHttp,
  objectsOf,
  statusesOf,
} from '../certification.fixture.ts'
import { proceduresOf, SENDING, sheetBody } from './procedure.fixture.ts'

const lists = listsOverHttp()
let calls: ReturnType<typeof proceduresOf>
const objects = new Map<string, number>()
const objectOf = (name: string) => objects.get(name) ?? 0
const at = (day: string) => {
  lists.clock.now = new Date(`${day}T09:00:00Z`)
}

beforeAll(async () => {
  calls = proceduresOf(lists)
  await lists.make('POST', '/objects/from-register', { scope: 'all', region: null })
  await lists.make('POST', '/objects', FIELDS)
  await lists.make('POST', '/objects', {
    ...FIELDS,
    name: 'Действующий',
    level: 90,
    validFrom: '2025-03-15',
    validTo: '2028-03-14',
  })
  for (const { id, name } of await objectsOf(lists)) objects.set(name, id)
  await approveSingle(lists)
  await approveYear(lists, 2026, {
    'Пособие своё': { mass: 'Пункт 12 перечня МСЗУ' },
    'Без органа': { contacts: false },
  })
})

test('the board has the objects that the list of the year admits, each at its stage', async () => {
  const { body } = await lists.get<{ total: number; stages: object }>('/procedures?year=2026')
  expect(body).toMatchObject({
    total: 6,
    stages: { not_begun: 6, assessing: 0 },
    share: { certified: 1, counted: 6, leftOut: 1 },
  })
  expect((await lists.get<{ total: number }>('/procedures?year=2026', 'lead')).body.total).toBe(4)
  expect((await lists.get<{ total: number }>('/procedures?year=2027')).body.total).toBe(0)
  const { text } = await lists.get('/procedures?year=2026&stage=not_begun&find=паспорт&format=csv')
  expect(text.trim().split('\r\n')).toHaveLength(2)
})

test('what is in no list, what has a long certificate, and what is under way is not begun', async () => {
  const begin = async (object: number, year = 2026) => (await lists.send('POST', '/procedures', { year, object })).body
  expect(await begin(objectOf('Без органа'))).toMatchObject({ code: 'object_not_in_year' })
  expect(await begin(objectOf('Паспорт'), 2027)).toMatchObject({ code: 'object_not_in_year' })
  expect(await begin(objectOf('Действующий'))).toMatchObject({
    code: 'repetition_refused',
    detail: expect.stringContaining('14.03.2028'),
  })
  const { id } = await calls.begin(objectOf('Паспорт'))
  expect(await begin(objectOf('Паспорт'))).toMatchObject({
    code: 'procedure_open',
    detail: expect.stringContaining(`№ ${id}`),
  })
  const both = await Promise.all([begin(objectOf('Справка чужая')), begin(objectOf('Справка чужая'))])
  expect(both.map(({ code }) => code ?? 'begun').toSorted()).toEqual(['begun', 'procedure_open'])
})

describe('an ordinary object', () => {
  let id = 0
  test('begins with the sheets that follow from what is known', async () => {
    const file = await calls.begin(objectOf('Справка своя'))
    id = file.id
    expect(file).toMatchObject({
      state: 'assessing',
      mass: 'none',
      score: null,
      reason: expect.stringContaining('Первая'),
    })
    expect(file.sheets).toMatchObject([
      { part: 'regulation', state: null, allowed: ['begin'] },
      { part: 'reception', state: 'signed', result: 'not_applicable', signed: { by: 'Система' } },
      { part: 'laboratory', state: null },
      { part: 'monitoring', state: 'signed', result: 'possible', facts: { requests: 412, ratings: 37 } },
    ])
  })

  test('is assessed by its assessors alone, and what they write is shown to others when it is signed', async () => {
    await calls.post(id, '/sheets/regulation')
    const path = `/procedures/${id}/sheets/regulation`
    const fill = (body: object, who?: 'methodologist') => lists.send('PUT', path, body, who)
    expect((await fill(sheetBody(1, 'А'), 'methodologist')).body.detail).toContain('эксперт')
    expect((await fill(sheetBody(1, 'possible'))).body).toMatchObject({ errors: [{ path: 'result' }] })
    const twice = await Promise.all([fill(sheetBody(1, 'А')), fill(sheetBody(1, 'Б'))])
    expect(statusesOf(twice)).toEqual([200, 409])
    expect((await calls.read(id)).sheets[0]?.result).not.toBeNull()
    expect((await calls.read(id, 'lead')).sheets[0]).toMatchObject({ state: 'draft', result: null, criteria: [] })
    expect(await calls.refused(id, '/sheets/regulation/signature', { version: 1 })).toMatchObject({
      code: 'sheet_changed',
    })
    const unmarked = sheetBody(2, 'А')
    await lists.make('PUT', path, { ...unmarked, criteria: [{ name: 'x', earned: null, most: 5, note: '' }] })
    expect((await calls.refused(id, '/sheets/regulation/signature', { version: 3 })).detail).toContain('критериев: 1')
    await lists.make('PUT', path, sheetBody(3, 'А'))
    await calls.post(id, '/sheets/regulation/signature', { version: 4 })
    expect((await fill(sheetBody(4, 'Б'))).body.detail).toContain('подписан')
    expect((await calls.read(id, 'lead')).sheets[0]).toMatchObject({ result: 'А' })
  })

  test('waits for information that was asked for until its day', async () => {
    const asked = { part: 'laboratory', question: 'Доступ к форме', addressee: 'Свой орган', due: '2026-11-27' }
    expect((await calls.refused(id, '/requests', { ...asked, due: '2026-11-22' })).detail).toContain('в будущем')
    const { requests } = await calls.post(id, '/requests', asked)
    await calls.assess(id, 'laboratory', 'Б')
    expect((await calls.refused(id, '/submission')).detail).toContain('27.11.2026')
    const answer = `/requests/${requests[0]?.id}/answer`
    expect((await lists.send('POST', `/procedures/${id}${answer}`, { text: 'Вот' }, 'head')).status).toBe(404)
    await calls.post(id, answer, { text: 'Доступ открыт' }, 'lead')
    expect(await calls.refused(id, answer, { text: 'Ещё' }, 'lead')).toMatchObject({ code: 'request_answered' })
  })

  test('gets its level from four eyes, and no sheet moves under it', async () => {
    const file = await calls.post(id, '/submission')
    expect(file).toMatchObject({ state: 'on_review', score: { level: 80, band: 'high' } })
    expect(file.steps).toContainEqual({
      event: 'fix',
      name: 'определить уровень',
      refused: expect.stringContaining('не тот'),
    })
    expect((await calls.refused(id, '/decision')).detail).toContain('не тот')
    expect((await calls.refused(id, '/sheets/laboratory/reopening', { reason: 'Ошибка' })).detail).toContain(
      'на проверке',
    )
    const returned = await calls.post(id, '/return', { reason: 'Проверьте баллы' }, 'methodologist')
    expect(returned).toMatchObject({ state: 'assessing', returned: { reason: 'Проверьте баллы' } })
    await calls.post(id, '/submission')
    const both = await Promise.all(
      ['methodologist', 'administrator'].map((who) =>
        lists.send('POST', `/procedures/${id}/decision`, undefined, who as 'administrator'),
      ),
    )
    expect(statusesOf(both)).toEqual([200, 409])
    const fixed = await calls.read(id)
    expect(fixed).toMatchObject({
      state: 'fixed',
      due: '2026-11-27',
      score: { valid_from: '2026-11-22', valid_to: '2029-11-21', certificate: true, conclusion: false },
      documents: [{ type: 'certificate', number: 'С-2026-0001', dated: '2026-11-22', sent: null, sha256: [] }],
    })
    expect(await objectsOf(lists, '?find=справка своя')).toMatchObject([{ level: 80, validTo: '2029-11-21' }])
  })

  test('is sent its papers, which stay as they were sent', async () => {
    expect((await calls.refused(id, '/sending', { ...SENDING, responsible: ' ' })).detail).toContain('п. 25')
    const { documents } = await calls.post(id, '/sending', SENDING)
    const [document] = documents
    expect(document?.sha256.map(({ format }) => format)).toEqual(['docx', 'pdf'])
    const pdf = await lists.app.inject({
      url: `/api/certification/documents/${document?.id}/paper?format=pdf`,
      headers: { 'x-who': 'lead' },
    })
    const hash = createHash('sha256').update(pdf.rawPayload).digest('hex')
    expect(document?.sha256).toContainEqual({ format: 'pdf', sha256: hash })
    await expect(lists.db.deleteFrom('certification_papers').execute()).rejects.toThrow('final')
    await expect(lists.db.updateTable('certification_sheets').set({ result: 'Г' }).execute()).rejects.toThrow('final')
  })

  test('has a public page that says whether the certificate holds', async () => {
    const { documents } = await calls.read(id)
    const page = new URL(documents[0]?.page ?? '').pathname
    const open = async () => (await lists.app.inject({ url: page })).body
    expect(await open()).toMatch(/Действует[\s\S]*Справка своя[\s\S]*80 %/)
    at('2029-11-22')
    expect(await open()).toContain('Истёк')
    expect((await lists.app.inject({ url: '/certificates/none' })).statusCode).toBe(404)
    at('2026-11-22')
  })

  test('stands in the register of the year, as a file too, and in the audit step by step', async () => {
    const { rows } = (await lists.get<{ rows: RegisterRow[] }>('/certificates?year=2026&expiringBy=2029-12-31')).body
    expect(rows).toMatchObject([
      { number: 'С-2026-0001', name: 'Справка своя', standing: 'in_force', sent: '2026-11-22' },
    ])
    expect((await lists.get('/certificates?year=2026&format=csv', 'lead')).text).toContain(
      'С-2026-0001;сертификат;22.11.2026',
    )
    expect((await lists.get<{ total: number }>('/certificates?year=2026', 'head')).body.total).toBe(0)
    const audit = await auditOf(lists, `certification:${id}`)
    expect(audit.map(({ what }) => what.replace('certification.', '')).join(' ')).toBe(
      'begun assigned assessed assessed assessed sheet_signed asked assigned assessed sheet_signed answered submitted returned submitted fixed sent',
    )
  })
})

test('silence on a request makes the level 0, and the conclusion says so', async () => {
  const { id, mass } = await calls.begin(objectOf('Пособие своё'))
  expect(mass).toBe('federal')
  for (const part of ['regulation', 'reception'] as const) await calls.assess(id, part, 'А+')
  await calls.assess(id, 'monitoring', 'possible')
  await calls.post(id, '/requests', {
    part: 'laboratory',
    question: 'Макеты',
    addressee: 'Свой орган',
    due: '2026-11-24',
  })
  at('2026-11-25')
  const remarks = [{ kind: 'search', text: 'Услугу не найти по названию' }]
  await lists.make('PUT', `/procedures/${id}/remarks`, { remarks })
  await calls.post(id, '/submission')
  const file: ProcedureFile = await calls.post(id, '/decision', undefined, 'methodologist')
  expect(file).toMatchObject({
    score: { level: 0, certificate: false, conclusion: true },
    documents: [{ type: 'conclusion', number: 'З-2026-0001', validFrom: null, page: null }],
  })
  expect(file.score?.reasons.join(' ')).toContain('не представлена')
  at('2026-11-22')
})

test('an object can be left out in the middle of its procedure, for a reason', async () => {
  const { id } = await calls.begin(objectOf('Приём обращений'))
  expect((await calls.read(id)).sheets.map(({ part }) => part)).toEqual(['regulation', 'laboratory'])
  expect((await lists.send('POST', `/procedures/${id}/exclusion`, { reason: ' ' })).status).toBe(400)
  expect(await calls.post(id, '/exclusion', { reason: 'Сервис закрыт приказом № 7' })).toMatchObject({
    state: 'excluded',
  })
  expect((await calls.refused(id, '/sheets/regulation')).detail).toContain('уже на проверке или определён')
  expect((await calls.begin(objectOf('Приём обращений'))).id).not.toBe(id)
})

test('those who act in a part of the system look on and change nothing', async () => {
  const { rows } = (await lists.get<{ rows: BoardRow[] }>('/procedures?year=2026&find=паспорт')).body
  const id = rows[0]?.procedure
  expect((await lists.send('POST', `/procedures/${id}/submission`, undefined, 'region')).status).toBe(404)
  const body = { year: 2026, object: objectOf('Пособие своё') }
  expect((await lists.send('POST', '/procedures', body, 'region')).body).toMatchObject({
    code: 'certification_not_yours',
  })
})
