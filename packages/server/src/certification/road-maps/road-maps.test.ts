import type { AnswerOf } from '@otklik/model/api'
import type { readRoadMap as readRoute, RoadMap } from '@otklik/model/certification/api'
import { beforeAll, expect, test } from 'vitest'
import { approveSingle, approveYear, listsOverHttp, objectsOf, statusesOf, type Who } from '../certification.fixture.ts'
import { proceduresOf, SENDING } from '../procedure/procedure.fixture.ts'

const lists = listsOverHttp()
let procedure: number
let object: number
let map: RoadMap

beforeAll(async () => {
  const calls = proceduresOf(lists)
  await lists.make('POST', '/objects/from-register', { scope: 'all', region: null })
  object = (await objectsOf(lists)).find(({ name }) => name === 'Справка своя')?.id ?? 0
  await approveSingle(lists)
  await approveYear(lists, 2026)
  ;({ id: procedure } = await calls.begin(object))
  await calls.assess(procedure, 'regulation', 'В')
  await calls.assess(procedure, 'laboratory', 'В')
  await lists.make('PUT', `/procedures/${procedure}/remarks`, {
    remarks: [
      { kind: 'search', text: 'Поиск не находит услугу' },
      { kind: 'regulation', text: 'Срок не назван' },
    ],
  })
  await calls.post(procedure, '/submission')
  await calls.post(procedure, '/decision', undefined, 'methodologist')
})

const read = async (who: Who = 'lead') =>
  (await lists.get<AnswerOf<typeof readRoute>>(`/procedures/${procedure}/road-map-draft`, who)).body
const begin = (who: Who = 'lead') =>
  lists.send<RoadMap>('POST', `/procedures/${procedure}/road-map-draft`, undefined, who)
const step = async (rest: string, body?: object, who: Who = 'lead') =>
  (map = await lists.make<RoadMap>('POST', `/road-maps/${map.id}/${rest}`, body, who))
const refused = async (rest: string, body?: object, who: Who = 'lead') =>
  (await lists.send('POST', `/road-maps/${map.id}/${rest}`, body, who)).body.detail

test('it follows from the conclusion that was sent, once, with a step for each remark', async () => {
  expect((await begin()).body.detail).toContain('Заключение ещё не направлено')
  await lists.make('POST', `/procedures/${procedure}/sending`, SENDING)
  // It is due in 2027, whose calendar nobody has entered: no day is guessed.
  expect(await read()).toMatchObject({ map: null, due: null, mayBegin: true, refused: null })
  expect((await begin('head')).status).toBe(404)
  expect(statusesOf(await Promise.all([begin(), begin()]))).toEqual([201, 409])
  const { map: drafted } = await read()
  if (drafted === null) throw new Error('no map')
  map = drafted
  expect(map.steps.map(({ number, remarks }) => [number, remarks])).toEqual([
    ['1.1', [2]],
    ['3.1', [1]],
    ['8.1', []],
  ])
})

test('it is filled in, agreed with the Centre and approved, each by who may', async () => {
  expect(await refused('submission')).toContain('ответственного или даты: 3')
  const steps = map.steps.map(({ section, name, result, remarks, related }) => ({
    section,
    name,
    result,
    remarks,
    related,
    due: '2026-12-10',
    responsible: 'Иванова А. П.',
  }))
  const body = { version: map.version, steps, points: [{ share: 100, due: '2026-12-10' }] }
  const save = (given: object) => lists.send<RoadMap>('PUT', `/road-maps/${map.id}`, given, 'lead')
  const unknown = { ...body, steps: [{ ...steps[0], remarks: [3] }] }
  expect((await save(unknown)).body.errors?.[0]?.message).toContain('замечания № 3 в заключении нет')
  expect(statusesOf(await Promise.all([save(body), save(body)]))).toEqual([200, 409])
  await step('submission')
  expect((await lists.send('POST', `/road-maps/${map.id}/agreement`, undefined, 'region')).status).toBe(403)
  await step('return', { reason: 'Уточните сроки' }, 'curator')
  expect(map).toMatchObject({ state: 'draft', returned: { reason: 'Уточните сроки' } })
  await step('submission')
  await step('agreement', undefined, 'curator')
  await step('approval')
  expect(map.state).toBe('approved')
})

test('steps are reported with evidence, and what is late is seen', async () => {
  await step('steps/1/report', { day: '2026-11-22', evidence: 'Приказ № 18' })
  expect(await refused('steps/2/report', { day: '2026-11-23', evidence: 'x' })).toContain('в будущем')
  expect(
    (await lists.send('POST', `/road-maps/${map.id}/steps/9/report`, { day: '2026-11-22', evidence: 'x' }, 'lead'))
      .status,
  ).toBe(404)
  lists.clock.now = new Date('2026-12-11T09:00:00Z')
  const { map: late } = await read('curator')
  expect(late?.steps.map(({ overdue }) => overdue)).toEqual([false, true, true])
  expect(late?.points).toMatchObject([{ share: 100, needed: 3, state: 'late' }])
  expect(await refused('completion')).toContain('Не выполнено мероприятий: 2')
  for (const place of [2, 3]) await step(`steps/${place}/report`, { day: '2026-12-11', evidence: 'Акт' })
})

test('carried out, it stands in the file of the object, so that it may be certified again', async () => {
  await step('completion')
  expect(map.state).toBe('done')
  expect((await proceduresOf(lists).read(procedure)).roadMapDone).toMatchObject({ day: '2026-12-11' })
  const paper = await lists.app.inject({
    url: `/api/certification/road-maps/${map.id}/paper?format=xlsx`,
    headers: { 'x-who': 'lead' },
  })
  expect([paper.statusCode, paper.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
})
