import { prepare, randomWalker } from '@otklik/model/questionnaires'
import { addSet, emptyTally, groupingBy, planResults, resultsOf } from '@otklik/model/questionnaires/results'
import { judge } from '@otklik/model/questionnaires'
import { seededRandom } from '@otklik/model/statistics'
import type { CampaignLive, CampaignLink, SurveyAnswer, SurveyResults, CampaignRow } from '@otklik/model/surveys/api'
import { beforeAll, describe, expect, test } from 'vitest'
import { cipherOf } from '../../platform/cipher.ts'
import { countWaiting } from '../counting/count-waiting.ts'
import { agrees, recount } from '../counting/recount.ts'
import { answerSource } from '../statements/answer-source.ts'
import { FORM, type Given, publishForm, respond, runCampaign, surveysOverHttp, TODAY } from '../surveys.fixture.ts'

const world = surveysOverHttp()
const plan = planResults(prepare(FORM))
let given: (Given & { readonly service?: string; readonly office?: string })[] = []
const deps = () => ({ db: world.db, ch: world.clickhouse })

beforeAll(async () => {
  await publishForm(world)
  await runCampaign(world, { code: 'itogi' })
  await world.make('POST', '/campaigns/itogi/links', { services: 'all', offices: 'all', channel: 'qr', language: null })
  const { rows } = await world.make<{ rows: CampaignLink[] }>('GET', '/campaigns/itogi/links')
  const places = [null, ...rows]
  const random = seededRandom(7)
  const walk = randomWalker(plan.form, { skip: 0.2 })
  given = Array.from({ length: 300 }, (_, at) => {
    const { answers, other } = walk(random).set
    const place = places[Math.floor(random() * 3)] ?? null
    const from = {
      ...(place?.service && { service: place.service.id }),
      ...(place?.office && { office: place.office.id }),
    }
    return {
      answers,
      other: other as Record<string, string>,
      link: place?.code ?? null,
      day: at % 3 === 0 ? '2026-11-20' : TODAY,
      ...from,
    }
  })
  for (const one of given) await respond(world, 'itogi', one)
  await countWaiting(deps())
})

/** What the model's own code says of the same answers. */
function expected(by?: string, against?: string, kept: (one: Given) => boolean = () => true): unknown {
  const found = by === undefined ? undefined : groupingBy(plan, by)
  const grouping = found && 'grouping' in found ? found.grouping : undefined
  const tally = emptyTally()
  for (const { answers, other = {}, ...one } of given.filter(kept)) {
    const channel = one.link === null ? 'open' : 'qr'
    const set = { id: 1, answers, other, attributes: { ...one, channel, language: 'ru' } }
    addSet(tally, plan, set, judge(plan.form, set), grouping)
  }
  const results = resultsOf(plan, tally, { ...(grouping && { grouping }), ...(against !== undefined && { against }) })
  return JSON.parse(JSON.stringify({ ...results, version: 1 }))
}

const results = (query = '') => world.make<SurveyResults>('GET', `/campaigns/itogi/results${query}`)

describe('results', () => {
  test('are those of the model, of all, by source, by question, and narrowed', async () => {
    expect(await results()).toEqual(expected())
    for (const by of ['channel', 'office', 'service', 'language', 'link', 'got', 'site.look', 'nps'])
      expect([by, await results(`?by=${by}`)]).toEqual([by, expected(by)])
    expect(await results('?by=got&against=yes')).toEqual(expected('got', 'yes'))
    expect(await results('?channel=qr')).toEqual(expected(undefined, undefined, ({ link }) => link !== null))
    expect(await results('?channel=qr&by=office')).toEqual(expected('office', undefined, ({ link }) => link !== null))
    expect(await results('?to=2026-11-20')).toEqual(expected(undefined, undefined, ({ day }) => day === '2026-11-20'))
  })

  test('stay the same when a batch is sent twice, and when all is counted again', async () => {
    await world.db
      .insertInto('survey_uncounted')
      .values(await lastBatch())
      .execute()
    await countWaiting(deps())
    expect(await results()).toEqual(expected())
    expect(await agrees(deps())).toBe(true)
    await world.clickhouse.command('TRUNCATE TABLE survey_totals')
    expect(await agrees(deps())).toBe(false)
    await recount(deps())
    await world.clickhouse.command('TRUNCATE TABLE survey_sources')
    expect(await agrees(deps())).toBe(false)
    expect(await recount(deps())).toBe(300)
    expect(await results('?by=office')).toEqual(expected('office'))
  })

  test('refuse what they are not counted by in words, and go out as tables', async () => {
    for (const query of ['?clusters=office', '?by=words', '?by=nothing', '?by=got&against=perhaps', '?against=yes'])
      expect([query, (await world.ask('GET', `/campaigns/itogi/results${query}`)).status]).toEqual([query, 400])
    const csv = await world.ask('GET', '/campaigns/itogi/results?by=got&format=csv')
    expect(csv.text.split('\r\n')[0]).toContain('Группа;Вопрос;')
    expect(csv.text).toContain('NPS (шкала 1–10)')
    expect((await world.ask('GET', '/campaigns/itogi/results', undefined, 'stranger')).status).toBe(404)
  })
})

async function lastBatch() {
  const rows = await world.db.selectFrom('survey_responses').select('id').execute()
  return rows.map(({ id }) => ({ response_id: id, batch: 1 }))
}

test('the course of a campaign tells days, channels, links, pages and the list of campaigns the same', async () => {
  const used = given.filter(({ answers }) => answers['got'] !== 'never').length
  const today = given.filter(({ answers, day }) => answers['got'] !== 'never' && day === TODAY).length
  const campaign_id = 1
  const counted = (page: string, shown: number, passed: number) => ({ campaign_id, version: 1, page, shown, passed })
  const pages = [counted('#first', 400, 0), counted('p1', 400, 330), counted('p2', 320, 300)]
  await world.db.insertInto('survey_page_counts').values(pages).execute()
  const live = await world.make<CampaignLive>('GET', '/campaigns/itogi/live')
  expect(live).toMatchObject({ n: used, today, screened: 300 - used, opened: 400, completion: 75 })
  expect(live.days.map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-21', TODAY])
  expect(live.channels.reduce((sum, { n }) => sum + n, 0)).toBe(used)
  expect(live.pages.map(({ left }) => left)).toEqual([70, 20])
  const { rows } = await world.make<{ rows: CampaignRow[] }>('GET', '/campaigns', undefined, 'observer')
  expect(rows).toEqual([
    expect.objectContaining({ code: 'itogi', n: used, today, completion: 75, last: `${TODAY}T12` }),
  ])
})

test('single answers are found by their words in any form, with personal data masked', async () => {
  const words = 'Очередями замучили, звоните 8 (910) 123-45-67'
  await respond(world, 'itogi', { answers: { got: 'yes', words }, other: {} })
  type Found = { total: number; rows: SurveyAnswer[] }
  const { rows, total } = await world.make<Found>(
    'GET',
    `/campaigns/itogi/answers?find=${encodeURIComponent('очередь')}`,
  )
  expect(total).toBe(1)
  expect(rows[0]?.answers['words']).toMatch(/^Очередями замучили, звоните (?!.*910)/)
  const one = await world.make<SurveyAnswer>('GET', `/campaigns/itogi/answers/${rows[0]?.id}`)
  expect(one).toEqual(rows[0])
  const some = await world.make<Found>('GET', '/campaigns/itogi/answers?question=site.look&value=good')
  expect(some.rows.every(({ answers }) => JSON.stringify(answers['site']).includes('"look":"good"'))).toBe(true)
})

test('open answers are handed over as statements about services, by no number of a response', async () => {
  const cipher = cipherOf('a key of a test')
  const source = answerSource({ db: world.db, cipher })
  const { rows: links } = await world.make<{ rows: CampaignLink[] }>('GET', '/campaigns/itogi/links')
  const link = links.find(({ service }) => service !== null)
  const words = 'Нет стульев в коридоре'
  await respond(world, 'itogi', { answers: { got: 'yes', words }, link: link?.code ?? null, day: '2026-11-19' })
  const batch = (await source.batches()).find((one) => one.batch.endsWith('2026-11-19'))
  expect(batch).toMatchObject({ statements: 1 })
  const read = []
  for await (const one of source.read([batch?.batch ?? ''])) read.push(...one.texts)
  const about = { process: link?.service?.id, channel: 'QR-код на месте', day: '2026-11-19', request: null }
  expect(read).toEqual([{ ...about, text: words, rating: null, key: expect.stringMatching(/^[\w-]{43}$/) }])
  await world.db.updateTable('survey_responses').set({ excluded: true }).where('day', '=', '2026-11-19').execute()
  expect((await source.batches()).some((one) => one.batch.endsWith('2026-11-19'))).toBe(false)
})
