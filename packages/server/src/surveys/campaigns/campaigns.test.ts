import { randomUUID } from 'node:crypto'
import type { Campaign, CampaignLink } from '@otklik/model/surveys/api'
import { beforeAll, describe, expect, test } from 'vitest'
import { seenPages } from '../../platform/papers/pictures.fixture.ts'
import { openCampaign } from '../open-campaign.ts'
import { eraseOldTraces } from '../terms/erase.ts'
import { fieldsOf, NOW, publishForm, respond, runCampaign, SERVICES, surveysOverHttp } from '../surveys.fixture.ts'
import { endDueCampaigns } from './due.ts'

const world = surveysOverHttp()
beforeAll(() => publishForm(world))

const statusesOf = (answers: readonly { status: number }[]) =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b)
const yes = { answers: { got: 'yes', time: 5, staff: 4 } }
const no = { answers: { got: 'no', time: 1, staff: 1 } }

describe('a questionnaire', () => {
  test('is copied from a built-in one, saved by one hand at a time, published, and never changes then', async () => {
    const authority = world.authorities['Свой орган']
    const from = { code: 'ext.services' }
    await world.make('POST', '/questionnaires', { code: 'kopia', title: 'Наша анкета', authority, from })
    const read = await world.make<{ document: object; versions: unknown[] }>('GET', '/questionnaires/kopia')
    const body = { revision: 1, document: read.document }
    const saves = await Promise.all([1, 2].map(() => world.ask('PUT', '/questionnaires/kopia/draft', body)))
    expect(statusesOf(saves)).toEqual([200, 409])
    await world.make('POST', '/questionnaires/kopia/publication', { revision: 2 })
    expect(await world.ask('PUT', '/questionnaires/kopia/draft', body)).toMatchObject({ status: 409 })
    const change = world.db.updateTable('survey_versions').set({ document: '{}' }).where('state', '=', 'published')
    await expect(change.execute()).rejects.toThrow(/final/)
    expect(await world.ask('GET', '/questionnaires/kopia', undefined, 'stranger')).toMatchObject({ status: 404 })
  })

  test('with faults is refused at their places', async () => {
    const authority = world.authorities['Свой орган']
    const document = { format: 'otklik-questionnaire/1', pages: 1 }
    const { status, body } = await world.ask('POST', '/questionnaires', {
      code: 'bad',
      title: 'Б',
      authority,
      document,
    })
    expect([status, body.errors?.[0]?.path]).toEqual([400, expect.stringMatching(/^document/)])
  })
})

describe('a campaign', () => {
  test('is found by a service that it names, or that its authority provides', async () => {
    await world.make('POST', '/campaigns', { code: 'vse-uslugi', ...fieldsOf(world) })
    await world.make('POST', '/campaigns', { code: 'odna-usluga', ...fieldsOf(world, { services: [SERVICES[1]] }) })
    const codesOf = async (service: string) => {
      const { rows } = await world.make<{ rows: Campaign[] }>('GET', `/campaigns?service=${service}`)
      return rows.map(({ code }) => code)
    }
    expect(await codesOf(SERVICES[0])).toEqual(['vse-uslugi'])
    expect(await codesOf(SERVICES[1])).toEqual(['odna-usluga', 'vse-uslugi'])
    expect(await codesOf('2000000001')).toEqual([])
  })

  test('goes from draft to end, and what is not in the table of states is refused in words', async () => {
    const draft = await world.make<Campaign>('POST', '/campaigns', { code: 'put', ...fieldsOf(world) })
    expect(draft).toMatchObject({ state: 'draft', allowed: ['edit', 'start'], url: 'https://otklik.test/r/put' })
    expect(await openCampaign(world.db, 'put', null, NOW)).toBeUndefined()
    expect(await world.make<Campaign>('POST', '/campaigns/put/start')).toMatchObject({ state: 'running' })
    expect(await openCampaign(world.db, 'put', null, NOW)).toMatchObject({ standing: 'open', zone: 'Europe/Moscow' })
    expect(await world.ask('DELETE', '/campaigns/put')).toMatchObject({ status: 409 })
    await world.make('POST', '/campaigns/put/pause')
    expect(await openCampaign(world.db, 'put', null, NOW)).toMatchObject({ standing: 'paused' })
    expect((await world.ask('POST', '/campaigns/put/pause')).body.detail).toContain('«приостановить» невозможно')
    await world.make('POST', '/campaigns/put/resumption')
    const end = await world.make<Campaign>('POST', '/campaigns/put/end', { note: 'Хватит' })
    expect(end).toMatchObject({ state: 'ended', ended: { by: 'Организатор', why: 'by_hand', note: 'Хватит' } })
    const outcome = { ru: 'Открыли второе окно' }
    expect(await world.make<Campaign>('PUT', '/campaigns/put/outcome', { outcome })).toMatchObject({ outcome })
  })

  test('refuses what does not fit: the authority, the version, days, quotas, a revision that is old', async () => {
    const wrong = async (more: object) => {
      const { status, body } = await world.ask('POST', '/campaigns', { ...fieldsOf(world), ...more })
      return [status, body.errors?.[0]?.path]
    }
    expect(await wrong({ authority: world.authorities['Чужой орган'] })).toEqual([400, 'authority'])
    expect(await wrong({ questionnaire: { code: 'proba', version: 7 } })).toEqual([400, 'questionnaire.version'])
    expect(await wrong({ from: '2026-02-02', to: '2026-02-01' })).toEqual([400, 'to'])
    expect(await wrong({ services: ['777'] })).toEqual([400, 'services'])
    const quota = { title: 'Молодые', condition: { question: 'nothing', is: 1 }, limit: 1 }
    expect(await wrong({ quotas: [quota] })).toEqual([400, 'quotas.0.condition'])
    await world.make('POST', '/campaigns', { code: 'rev', ...fieldsOf(world) })
    await world.make('PUT', '/campaigns/rev', { revision: 1, ...fieldsOf(world, { name: 'Иначе' }) })
    expect(await world.ask('PUT', '/campaigns/rev', { revision: 1, ...fieldsOf(world) })).toMatchObject({ status: 409 })
  })

  test('of a built-in form freezes the lists of the register at its start', async () => {
    const questionnaire = { code: 'ext.services', version: 1 }
    await runCampaign(world, { code: 'forma', questionnaire, parameters: { period: '2026 год' } })
    const opened = await openCampaign(world.db, 'forma', null, NOW)
    const listed = Object.values(opened?.lists ?? {}).map((entries) => entries.map(({ code }) => code))
    expect(listed).toContainEqual([...SERVICES])
    expect(opened?.parameters).toEqual({ period: '2026 год' })
  })

  test('moves to a newer version, and keeps the older one for those who are at it', async () => {
    await publishForm(world, 'dve')
    await runCampaign(world, { code: 'dve', questionnaire: { code: 'dve', version: 1 } })
    await world.make('POST', '/questionnaires/dve/draft')
    await world.make('POST', '/questionnaires/dve/publication', { revision: 1 })
    const moved = await world.make<Campaign>('POST', '/campaigns/dve/version', { revision: 2, version: 2 })
    expect(moved.questionnaire.version).toBe(2)
    expect((await openCampaign(world.db, 'dve', null, NOW))?.versions).toEqual(expect.arrayContaining([1, 2]))
    const back = await world.ask('POST', '/campaigns/dve/version', { revision: 3, version: 1 })
    expect(back).toMatchObject({ status: 400 })
  })

  test('ends with its last day and with the last answer that was wanted', async () => {
    await runCampaign(world, { code: 'srok', to: '2026-11-22' })
    await runCampaign(world, { code: 'cel', target: 1 })
    await respond(world, 'cel', yes)
    expect(await openCampaign(world.db, 'cel', null, NOW)).toMatchObject({ standing: 'full', left: 0 })
    expect(await endDueCampaigns(world.db, NOW)).toBe(1)
    expect(await endDueCampaigns(world.db, new Date('2026-11-22T20:59:59Z'))).toBe(0)
    expect(await endDueCampaigns(world.db, new Date('2026-11-22T21:00:00Z'))).toBe(1)
    const whys = ['cel', 'srok'].map((code) => world.make<Campaign>('GET', `/campaigns/${code}`))
    expect((await Promise.all(whys)).map(({ ended }) => ended?.why)).toEqual(['target', 'day'])
  })
})

describe('quotas', () => {
  const women = { title: 'Получившие', condition: { question: 'got', is: 'yes' }, limit: 40 }

  test('let in exactly as many as they have places, whatever comes at once', async () => {
    await runCampaign(world, { code: 'kvota', target: 60, quotas: [women] })
    const all = [...Array.from({ length: 100 }, () => yes), ...Array.from({ length: 30 }, () => no)]
    const done = await Promise.all(all.map((one) => respond(world, 'kvota', one)))
    expect(done.slice(0, 100).filter(Boolean)).toHaveLength(40)
    expect(done.slice(100).filter(Boolean)).toHaveLength(20)
    expect(await openCampaign(world.db, 'kvota', null, NOW)).toMatchObject({ left: 0, quotas: [{ left: 0 }] })
  })

  test('grow and shrink while it runs, never under what was taken, and keep what they are about', async () => {
    await runCampaign(world, { code: 'rost', quotas: [{ ...women, limit: 5 }] })
    await Promise.all([yes, yes, yes].map((one) => respond(world, 'rost', one)))
    const save = (quotas: object[], revision: number) =>
      world.ask('PUT', '/campaigns/rost', { revision, ...fieldsOf(world), quotas })
    expect((await save([{ ...women, limit: 2 }], 2)).body.errors?.[0]).toMatchObject({ path: 'quotas.0.limit' })
    expect((await save([{ ...women, condition: { question: 'got', is: 'no' } }], 2)).status).toBe(400)
    expect((await save([{ ...women, limit: 4 }], 2)).status).toBe(200)
    const more = await Promise.all([yes, yes].map((one) => respond(world, 'rost', one)))
    expect(more.filter(Boolean)).toHaveLength(1)
  })
})

describe('links', () => {
  test('are made for all subjects at once, each once, and closed alone', async () => {
    await runCampaign(world, { code: 'links' })
    const all = { services: 'all', offices: 'all', channel: 'qr', language: null }
    expect(await world.make('POST', '/campaigns/links/links', all)).toEqual({ made: 4, existed: 0 })
    expect(await world.make('POST', '/campaigns/links/links', all)).toEqual({ made: 0, existed: 4 })
    const { rows, total } = await world.make<{ rows: CampaignLink[]; total: number }>('GET', '/campaigns/links/links')
    expect(total).toBe(4)
    const [first] = rows
    expect(first?.url).toBe(`https://otklik.test/r/links/${first?.code}`)
    expect(
      await world.ask('POST', `/campaigns/links/links/${first?.code}/closing`, { reason: 'Переезд окна' }),
    ).toMatchObject({
      body: { state: 'closed', closed: { reason: 'Переезд окна' } },
    })
    const opened = await openCampaign(world.db, 'links', first?.code ?? '', NOW)
    expect(opened).toMatchObject({ standing: 'link_closed', link: { closedReason: 'Переезд окна' } })
    expect(opened?.attributes).toMatchObject({ channel: 'qr', service: first?.service?.id, office: first?.office?.id })
    expect(await openCampaign(world.db, 'links', 'nope', NOW)).toBeUndefined()
  })
})

test('posters come as one file or one for each office, those of open links alone', async () => {
  await runCampaign(world, { code: 'plakat' })
  expect(await world.ask('GET', '/campaigns/plakat/posters?format=pdf')).toMatchObject({ body: { code: 'no_posters' } })
  const body = { services: [], offices: 'all', channel: 'qr', language: null }
  await world.make('POST', '/campaigns/plakat/links', body)
  const pdf = await world.ask('GET', '/campaigns/plakat/posters?format=pdf')
  expect(await seenPages(pdf.raw)).toHaveLength(2)
  const zip = await world.ask('GET', '/campaigns/plakat/posters?format=zip')
  expect(zip.raw.toString('utf8').match(/Окно \d \(\d+\)\.pdf/g)?.length).toBe(4)
})

test('a draft that never began is dropped with its links', async () => {
  await world.make('POST', '/campaigns', { code: 'proekt', ...fieldsOf(world) })
  await world.make('POST', '/campaigns/proekt/links', { services: [], offices: 'all', channel: 'qr', language: null })
  await world.make('DELETE', '/campaigns/proekt')
  expect(await world.ask('GET', '/campaigns/proekt')).toMatchObject({ status: 404 })
})

test('traces older than 90 days are erased, and the audit says how many', async () => {
  const { id } = await world.db.selectFrom('survey_responses').select('id').executeTakeFirstOrThrow()
  const { campaign_id } = await world.db.selectFrom('survey_responses').select('campaign_id').executeTakeFirstOrThrow()
  const trace = (finished_at: Date, response_id: string) => ({
    response_id,
    campaign_id,
    finished_at,
    seconds: 60,
    times: '{}',
    source: 'x',
    proof: 'none' as const,
    trap: false,
    script: true,
    device: 'phone' as const,
  })
  const day = 86_400_000
  const old = trace(new Date(NOW.getTime() - 90 * day - 1), randomUUID())
  await world.db
    .insertInto('survey_traces')
    .values([trace(new Date(NOW.getTime() - 90 * day), id), old])
    .execute()
  expect(await eraseOldTraces(world.db, NOW)).toBe(1)
  expect(await eraseOldTraces(world.db, NOW)).toBe(0)
  const told = world.db.selectFrom('audit_log').select('entry').where('what', '=', 'surveys.traces_erased')
  expect(await told.execute()).toEqual([{ entry: expect.stringContaining('"erased":1') }])
})
