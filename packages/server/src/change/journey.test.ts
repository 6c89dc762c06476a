import { beforeAll, describe, expect, test } from 'vitest'
import { createMasker, emptyLexicon } from '@otklik/model/change/masking'
import { changeOverHttp, EXECUTOR, NOW, say } from './change.fixture.ts'
import { remindExecutors } from './measures/remind.ts'
import { tellVerified } from './telling/tell.ts'
import type { Reachable, Teller } from './telling/teller.ts'
import { toldOf } from './telling/told.ts'

const world = changeOverHttp()

// 40 people were asked: 8 waited in a queue and 7 of them are not content, the others have nothing to complain of.
const QUEUE = ['Очередь на час', 'Стояли в очереди до обеда', 'Огромная очередь в окно', 'Очередь и духота']
beforeAll(async () => {
  const waited = Array.from({ length: 8 }, (_, at) => ({ text: `${QUEUE[at % 4]} ${at}`, rating: at === 0 ? 5 : 2 }))
  const content = Array.from({ length: 32 }, () => ({ text: 'нет', rating: 5 }))
  await say(world, 'answer', [...waited, ...content])
})

describe('from what people say to what is changed', () => {
  test('the analyst codes by suggestions of the rubricator alone, copies together, and takes one back', async () => {
    let { tasks, left } = await world.made('GET', '/coding', 'analyst')
    expect([left, tasks[0].suggestions[0]]).toEqual([8, expect.objectContaining({ code: 'queue' })])
    expect(tasks[0].suggestions[0].because[0]).toMatch(/очеред/i)
    const { coded } = await world.made('PUT', `/statements/${tasks[0].id}/codes`, 'analyst', {
      codes: ['queue'],
      blind: false,
    })
    expect(coded).toBe(tasks[0].copies)
    await world.made('POST', '/coding/undo', 'analyst')
    expect((await world.made('GET', '/coding', 'analyst')).left).toBe(8)
    while (tasks.length > 0) {
      await world.made('PUT', `/statements/${tasks[0].id}/codes`, 'analyst', { codes: ['queue'], blind: false })
      ;({ tasks, left } = await world.made('GET', '/coding', 'analyst'))
    }
    expect(left).toBe(0)
    const late = await world.ask('PUT', '/statements/1/codes', 'second', { codes: ['form'], over: null, blind: false })
    expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('закодировал другой (Аналитик)')])
    expect((await world.ask('POST', '/coding/undo', 'second')).body.code).toBe('nothing_to_undo')
  })

  test('the organiser makes a problem of the topic; its figures are those of the hand', async () => {
    const fields = { stage: 'приём', feasibility: 3, flag: null, flagReason: null, links: [] }
    const problem = { ...fields, name: 'Очередь на приём', topics: ['queue'], processes: ['school'] }
    expect((await world.ask('POST', '/problems', 'organiser', { ...problem, topics: [] })).body.detail).toContain(
      'ничего не стоит',
    )
    const { id } = await world.made('POST', '/problems', 'organiser', problem)
    const { rows, coverage } = await world.made('GET', '/map?period=2026-Q2', 'head')
    expect(coverage).toEqual({ statements: 40, coded: 8, filtered: 32, uncoded: 0, respondents: 40, items: 0 })
    // 8 of 40: 20 %. Content among those who named it 1 of 8, among the others 32 of 32: d = 87.5, loss 17.5 points.
    expect(rows).toEqual([
      expect.objectContaining({
        problem: id,
        n: 40,
        named: 8,
        p: 20,
        prevalence: 'high',
        loss: 17.5,
        significant: true,
        priority: 'high',
      }),
    ])
    expect(rows[0].why).toContain('Названа 8 из 40 опрошенных')
    expect((await world.made('GET', '/map?period=2026-Q1', 'head')).rows).toEqual([])
    expect((await world.made('GET', '/map?period=2026-Q2', 'stranger')).rows).toEqual([])
  })

  test('a person’s priority stands beside the computed one', async () => {
    const body = { process: 'school', priority: 'low', reason: 'Ремонт окончен, очередь уйдёт' }
    await world.made('PUT', '/problems/1/priority', 'organiser', body)
    const [row] = (await world.made('GET', '/map?period=2026-Q2', 'head')).rows
    expect([row.priority, row.changed.priority, row.changed.reason]).toEqual(['high', 'low', body.reason])
    await world.made('PUT', '/problems/1/priority', 'organiser', { ...body, priority: null })
  })

  test('quotes: from five people on, of those who named it', async () => {
    const { rows } = await world.made('GET', '/statements?code=queue', 'organiser')
    const chosen = await world.made('PUT', '/problems/1/quotes', 'organiser', { statements: [rows[0].id] })
    expect(chosen.quotes).toEqual([{ statement: rows[0].id, text: rows[0].text }])
    const others = await world.made('GET', '/statements?state=filtered', 'organiser')
    const refused = await world.ask('PUT', '/problems/1/quotes', 'organiser', { statements: [others.rows[0].id] })
    expect([refused.status, refused.body.detail]).toEqual([400, expect.stringContaining('не называет эту проблему')])
  })

  test('the edition is approved by another, as it was seen, and never changes again', async () => {
    const { id } = await world.made('POST', '/maps', 'organiser', { period: '2026-Q2' })
    const { seen, changes } = await world.made('GET', `/maps/${id}`, 'head')
    expect(changes).toBeNull()
    await say(world, 'answer', [{ text: 'нет', rating: 4 }])
    await world.made('POST', `/maps/${id}/count`, 'organiser')
    const late = await world.ask('POST', `/maps/${id}/approval`, 'head', { seen })
    expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('пересчитали')])
    const now = await world.made('GET', `/maps/${id}`, 'head')
    expect((await world.made('POST', `/maps/${id}/approval`, 'head', { seen: now.seen })).state).toBe('approved')
    expect((await world.ask('POST', `/maps/${id}/count`, 'organiser')).status).toBe(409)
    const again = await world.made('POST', '/maps', 'organiser', { period: '2026-Q2' })
    expect([again.number, (await world.ask('GET', `/maps/${id}`, 'stranger')).status]).toEqual([2, 404])
  })

  test('plan, approve, start, report with a file, verify: each by who may', async () => {
    const plan = {
      text: 'Открыть второе окно',
      problems: [1],
      processes: ['school'],
      department: 'Отдел приёма',
      person: EXECUTOR,
      due: '2026-08-09',
    }
    expect((await world.ask('POST', '/measures', 'organiser', { ...plan, due: null })).body.detail).toContain(
      'нет срока',
    )
    const { id } = await world.made('POST', '/measures', 'organiser', plan)
    const step = (event: string, who: Parameters<typeof world.ask>[2], body = {}) =>
      world.ask('POST', `/measures/${id}/${event}`, who, body)
    expect((await step('approve', 'organiser')).status).toBe(403)
    expect((await step('approve', 'head')).body.state).toBe('approved')
    expect((await step('postpone', 'head', { due: '2026-08-20', reason: 'Нет мебели' })).body.due).toBe('2026-08-20')
    expect((await step('start', 'second')).body.detail).toContain('отвечает другой')
    const own = async (event: string, body = {}) => (await step(event, 'analyst', body)).body
    expect((await own('start')).state).toBe('in_work')
    expect((await own('done', { doneOn: '2026-07-09' })).detail).toContain('Нет подтверждения')
    await world.app.inject({
      method: 'POST',
      url: `/api/change/measures/${id}/evidence?name=akt.pdf`,
      headers: { 'x-who': 'analyst', 'content-type': 'application/pdf' },
      payload: '%PDF-1.7',
    })
    expect((await own('done', { doneOn: '2026-07-09' })).state).toBe('done')
    const whole = (await step('verify', 'verifier')).body
    expect([whole.state, whole.evidenceList[0].name, whole.postponed.length]).toEqual(['verified', 'akt.pdf', 1])
    const file = await world.ask('GET', `/measures/${id}/evidence/${whole.evidenceList[0].id}`, 'observer')
    expect([file.status, file.body]).toEqual([200, '%PDF-1.7'])
    expect((await world.made('GET', `/measures/${id}/effect`, 'head')).verdict).toBe('too_early')
    expect((await world.made('POST', '/problems/1/solve', 'organiser')).state).toBe('solved')
  })

  test('whoever spoke of it before is told once, a person once for all that they said', async () => {
    const { db } = world
    const said = await db.selectFrom('change_statements').select(['key', 'codes']).orderBy('id').execute()
    const [first, second, third] = said.filter(({ codes }) => codes?.includes('queue')).map(({ key }) => key)
    const letters: string[] = []
    const teller: Teller = {
      sources: ['answer'],
      reachable: async (_, asked) =>
        asked.flatMap((one): Reachable[] => {
          if (one.key === first || one.key === second) return [{ ...one, person: 'Анна', way: 'letter' }]
          return one.key === third ? [{ ...one, person: 'код', way: 'page' }] : []
        }),
      sendLetter: async (_, { key }, news) => {
        if (letters.length === 0 && broken) throw new Error('killed')
        letters.push(`${key}: ${news}`)
      },
    }
    let broken = true
    const deps = { db, tellers: [teller], masker: async () => createMasker(emptyLexicon) }
    await expect(tellVerified(deps, NOW)).rejects.toThrow('killed')
    broken = false
    expect([await tellVerified(deps, NOW), await tellVerified(deps, NOW)]).toEqual([2, 0])
    expect(letters).toEqual([expect.stringMatching(new RegExp(`^${first}: .*«Очередь на приём».*Открыть второе окно`))])
    expect(await toldOf(db, ['answer'], third ?? '')).toHaveLength(1)
    expect(await toldOf(db, ['answer'], second ?? '')).toEqual([])
  })

  test('the executor is reminded of the deadline once a day at most', async () => {
    const plan = {
      text: 'Повесить указатель',
      problems: [1],
      processes: ['school'],
      department: null,
      person: EXECUTOR,
    }
    const { id } = await world.made('POST', '/measures', 'organiser', { ...plan, due: '2026-07-15' })
    const remind = () => remindExecutors(world.db, world.jobs, NOW)
    expect(await remind()).toBe(0)
    await world.made('POST', `/measures/${id}/approve`, 'head', {})
    expect([await remind(), await remind()]).toEqual([1, 0])
    expect(world.asked.at(-1)).toBe('change.reminders')
    await world.made('POST', `/measures/${id}/cancel`, 'head', { reason: 'Указатель уже висит' })
  })

  test('the public page holds what the head has published, without personal data', async () => {
    const page = async () => (await world.app.inject({ method: 'GET', url: '/said-and-done' })).body
    expect(await page()).toContain('ничего не опубликовано')
    const told = { said: 'Долгая очередь', done: 'Открыли второе окно' }
    const personal = await world.ask('PUT', '/problems/1/publication', 'head', {
      ...told,
      done: 'Звоните 8 910 123-45-67',
    })
    expect([personal.status, personal.body.detail]).toEqual([409, expect.stringContaining('личные данные')])
    expect((await world.ask('PUT', '/problems/1/publication', 'organiser', told)).status).toBe(403)
    await world.made('PUT', '/problems/1/publication', 'head', told)
    expect(await page()).toMatch(/Долгая очередь[^]*несколько человек[^]*Открыть второе окно: сделано/)
    expect((await world.ask('DELETE', '/problems/1/publication', 'head')).status).toBe(204)
    expect(await page()).not.toContain('Долгая очередь')
  })

  test('an additional survey is proposed where too many are not content, and declined with a reason', async () => {
    const answers = Array.from({ length: 40 }, (_, at) => ({ text: '', rating: at < 20 ? 1 : 5, day: '2026-06-10' }))
    await say(world, 'answer', answers)
    const { month, rows } = await world.made('GET', '/further', 'organiser')
    expect([month, rows]).toEqual([
      '2026-06',
      [expect.objectContaining({ process: 'school', rules: ['dissatisfied'], targetN: 278, declined: null })],
    ])
    const declined = { process: 'school', month, reason: 'Опрос уже идёт' }
    await world.made('POST', '/further/decline', 'organiser', declined)
    expect((await world.made('GET', '/further', 'organiser')).rows[0].declined.reason).toBe(declined.reason)
    expect((await world.ask('GET', '/further', 'stranger')).body.rows).toEqual([])
    const twice = await world.ask('POST', '/further/draft', 'organiser', { process: 'school', month })
    expect([twice.status, twice.body.code]).toEqual([409, 'further_survey_decided'])
  })

  test('it is drafted with the problems of the map and the number of answers it needs', async () => {
    await world.db.deleteFrom('change_further_declined').execute()
    const asked = { process: 'school', month: '2026-06' }
    const { campaign } = await world.made('POST', '/further/draft', 'organiser', asked)
    expect(world.drafts).toEqual([
      expect.objectContaining({
        process: 'Зачисление в школу',
        services: [],
        problems: [{ code: 'p1', name: 'Очередь на приём' }],
        target: 278,
      }),
    ])
    const { rows } = await world.made('GET', '/further', 'organiser')
    expect(rows[0].drafted).toMatchObject({ campaign, by: 'Организатор' })
  })

  test('what nobody has coded is proposed as topics, and coded by one act', async () => {
    const texts = ['Парковка забита', 'Парковка у здания платная', 'Нет парковки']
    await say(
      world,
      'review',
      texts.map((text) => ({ text, rating: 1 })),
    )
    expect((await world.made('GET', '/coding?source=answer', 'analyst')).left).toBe(0)
    const { looked, rows } = await world.made('GET', '/clusters?source=review', 'analyst')
    expect([looked, rows[0].words, rows[0].patterns]).toEqual([3, ['парковка'], ['парковк*']])
    const { statements } = rows[0]
    expect(await world.made('POST', '/clusters/codes', 'analyst', { code: 'form', statements })).toEqual({ coded: 3 })
    expect((await world.made('GET', '/clusters', 'analyst')).rows).toEqual([])
    expect((await world.made('GET', '/problems?source=review', 'head')).rows).toEqual([])
    expect((await world.made('GET', '/problems?source=answer', 'head')).rows).toHaveLength(1)
    const map = await world.made('GET', '/map?period=2026-Q2&source=review', 'head')
    expect(map.coverage).toMatchObject({ statements: 3, respondents: 0, items: 3 })
  })

  test('thresholds are changed for the whole system, with a reason, and the map says so', async () => {
    const { settings, edition } = await world.made('GET', '/settings', 'head')
    const body = { edition, settings: { ...settings, high_p: 25, high_low: 20 }, reason: 'Решение рабочей группы' }
    expect((await world.ask('PUT', '/settings', 'organiser', body)).status).toBe(403)
    const crossed = { ...body, settings: { ...settings, medium_p: 50 } }
    expect((await world.ask('PUT', '/settings', 'owner', crossed)).body.detail).toContain('ниже границы высокой')
    await world.made('PUT', '/settings', 'owner', body)
    expect((await world.ask('PUT', '/settings', 'owner', body)).body.code).toBe('pain_settings_changed')
    const { rows, note } = await world.made('GET', '/map?period=2026-Q2', 'head')
    expect([rows[0].prevalence, note]).toEqual(['medium', expect.stringContaining('25')])
  })

  test('of two who code the same group at once, neither codes over the other', async () => {
    await say(
      world,
      'review',
      ['Лифт сломан', 'Нет лифта', 'Лифт мал'].map((text) => ({ text, rating: 1 })),
    )
    const { statements } = (await world.made('GET', '/clusters?source=review', 'analyst')).rows[0]
    const by = (who: 'analyst' | 'second', code: string) =>
      world.made('POST', '/clusters/codes', who, { code, statements })
    const [one, other] = await Promise.all([by('analyst', 'form'), by('second', 'queue')])
    expect(one.coded + other.coded).toBe(3)
  })
})
