import { describe, expect, test } from 'vitest'
import { bySystem } from '../../platform/audit/index.ts'
import { endCampaign } from '../campaigns/moves.ts'
import { openCampaign } from '../open-campaign.ts'
import { storeResponse } from '../responses/store.ts'
import { ANSWERS, publicWorld } from './public-world.fixture.ts'
import { post, readPage, walk } from './walk.fixture.ts'

const world = publicWorld()

test('form 1 goes from its first page to the thanks, and what was answered is kept', async () => {
  const { id, linkUrl } = await world.begun()
  const walked = await walk(world.app, linkUrl, ANSWERS)
  expect([walked.kind, walked.pages.at(0), walked.pages.at(-1)]).toEqual(['done', 'p1', 'p10'])
  const [response] = await world.responsesTo(id)
  expect(response).toMatchObject({
    version: 1,
    channel: 'qr',
    language: 'ru',
    // Half past midnight in Belgorod.
    day: '2026-12-01',
    hour: 0,
    outcome: 'complete',
    answers: { q1: 'yes', q3: 4, q8: 'granted', q22: 'Долго 😀 ждали <b>' },
  })
  const trace = world.db
    .selectFrom('survey_traces')
    .selectAll()
    .where('response_id', '=', response?.id ?? '')
  expect(await trace.executeTakeFirst()).toMatchObject({ proof: 'none', trap: false, script: false, times: { p1: 0 } })
})

test('of who answered nothing is kept: no address, cookie or browser, nor in the log', async () => {
  const { linkUrl } = await world.begun()
  world.logged.length = 0
  const answer = await world.app.inject({
    url: linkUrl,
    headers: { 'user-agent': 'Mozilla/5.0 (iPhone)', cookie: 'a=b', 'accept-encoding': 'gzip' },
    remoteAddress: '203.0.113.9',
  })
  await walk(world.app, linkUrl, ANSWERS)
  expect([answer.headers['set-cookie'], answer.headers['content-encoding']]).toEqual([undefined, 'gzip'])
  expect(world.logged.join('')).not.toMatch(/203\.0\.113\.9|127\.0\.0\.1|iPhone|_t=/)
  const { rows } = await world.pool.query(`SELECT to_jsonb(t)::text AS row FROM survey_traces t`)
  expect(JSON.stringify(rows)).not.toMatch(/127\.0\.0\.1|iPhone/)
})

describe('the last page sent twice', () => {
  test('at once, and again after the campaign has ended: one response, the same thanks', async () => {
    const { id, code, url } = await world.begun()
    const { last, html } = await walk(world.app, url, ANSWERS, { until: 'p10' })
    const { token } = readPage(html)
    const fields = { ...last, _t: token, _go: 'next' }
    const both = await Promise.all([post(world.app, url, fields), post(world.app, url, fields)])
    await endCampaign(world.db, code, { why: 'by_hand', note: null }, bySystem(world.now))
    world.later()
    const [third, page] = [await post(world.app, url, fields), await world.app.inject({ url: `${url}?_t=${token}` })]
    const places = new Set(
      [...both, third].map(({ statusCode, headers }) => `${statusCode} ${String(headers.location)}`),
    )
    // What is offered besides is sealed anew each time.
    const thanks = new Set([...places].map((place) => place.replace(/&_f=.*/, '')))
    expect([...thanks]).toEqual([`303 ${url}?done=1&lang=ru`])
    expect(await world.responsesTo(id)).toHaveLength(1)
    expect(readPage(page.payload).kind).toBe('used')
  })
})

describe('quotas', () => {
  test('1,000 at once against 100: exactly 100, the others are told', { timeout: 240_000 }, async () => {
    const { id, url } = await world.begun({ target: 100 })
    const campaign = await openCampaign(world.db, url.slice(3), null, world.now)
    if (campaign === undefined) throw new Error('no campaign')
    const results = await Promise.all(
      Array.from({ length: 1000 }, (_, at) => storeResponse(world.db, campaign, finishedAs(`n-${at}`))),
    )
    expect(results.filter(({ kind }) => kind === 'stored')).toHaveLength(100)
    expect(results.filter(({ kind }) => kind === 'full')).toHaveLength(900)
    expect(await world.responsesTo(id)).toHaveLength(100)
    world.later()
    expect(readPage((await world.app.inject({ url })).payload).kind).toBe('full')
  })

  const finishedAs = (nonce: string) => ({
    response: {
      outcome: 'complete' as const,
      answers: { q1: 'yes' },
      other: {},
      judged: { ok: true, outcome: 'complete' as const, shown: [], errors: [], values: new Map(), others: new Map() },
    },
    language: 'ru',
    nonce,
    trace: {
      times: { p1: 1 },
      source: 's',
      proof: 'none' as const,
      trap: false,
      script: false,
      device: 'phone' as const,
    },
    at: world.now,
  })

  test('a full one is told as soon as it is known, not on the last page', async () => {
    const { id, url } = await world.begun({
      quotas: [{ title: 'Довольны', condition: { question: 'q1', is: 'yes' }, limit: 1 }],
    })
    expect((await walk(world.app, url, ANSWERS)).kind).toBe('done')
    world.later()
    const second = await walk(world.app, url, ANSWERS)
    expect([second.kind, second.pages]).toEqual(['full', ['p1']])
    expect((await walk(world.app, url, { ...ANSWERS, q1: 'no' })).kind).toBe('done')
    expect(await world.responsesTo(id)).toHaveLength(2)
  })
})

describe('what does not fit', () => {
  test('each is a page that says what happened; nothing is stored', async () => {
    const [one, other] = [await world.begun(), await world.begun({ frames: ['https://school.example'] })]
    const { html, last } = await walk(world.app, one.url, ANSWERS, { until: 'p2' })
    const { token } = readPage(html)
    const wrong: readonly [string, number, Record<string, string>][] = [
      [one.url, 400, { ...last, _t: '' }],
      [one.url, 400, { ...last, _t: token.slice(0, -2) }],
      [one.url, 400, { ...last, _t: `A${token.slice(1)}` }],
      [other.url, 400, { ...last, _t: token }],
      [one.linkUrl, 400, { ...last, _t: token }],
      [one.url, 413, { ...last, _t: 'A'.repeat(10 * 1024 ** 2) }],
      [one.url, 413, { q22: 'я'.repeat(1024 ** 2), _t: token }],
      [one.url, 422, { q3: '77', _t: token, _go: 'next' }],
      [one.url, 422, { q3: 'constructor', _t: token, _go: 'next' }],
    ]
    for (const [url, status, fields] of wrong) {
      const answer = await post(world.app, url, fields)
      expect([answer.statusCode, readPage(answer.payload).kind]).toEqual([status, status === 422 ? 'page' : 'error'])
    }
    expect(await world.responsesTo(one.id)).toEqual([])
    expect(other.url).not.toBe(one.url)
  })

  test('addresses that are none, and links that are closed', async () => {
    const { id, url, linkUrl } = await world.begun()
    for (const none of ['/r/nothing-here', `${url}/zzzz`, '/r/..%2f', `${url}/a/b`])
      expect((await world.app.inject({ url: none })).statusCode).toBe(404)
    await world.db
      .updateTable('survey_links')
      .set({ state: 'closed', closed_reason: 'отдел закрыт', closed_by: 'Анна', closed_at: world.now })
      .where('campaign_id', '=', id)
      .execute()
    world.later()
    expect(readPage((await world.app.inject({ url: linkUrl })).payload).kind).toBe('closed')
    expect(readPage((await world.app.inject({ url: url.toUpperCase().replace('/R/', '/r/') })).payload).kind).toBe(
      'page',
    )
  })

  test('a campaign that ends between two pages says so, and that nothing was recorded', async () => {
    const { id, code, url } = await world.begun()
    const { html, last } = await walk(world.app, url, ANSWERS, { until: 'p10' })
    const fields = { ...last, _t: readPage(html).token, _go: 'next' }
    await endCampaign(world.db, code, { why: 'by_hand', note: null }, bySystem(world.now))
    // Within the second in which the server remembers it as running.
    const answer = await post(world.app, url, fields)
    expect([answer.statusCode, readPage(answer.payload).kind]).toEqual([200, 'closed'])
    expect(answer.payload).toContain('не отправлено, не записано')
    expect(await world.responsesTo(id)).toEqual([])
  })

  test('JSON is taken as well, and other bodies are refused', async () => {
    const { url } = await world.begun()
    const { token } = readPage((await world.app.inject({ url })).payload)
    const json = await world.app.inject({
      method: 'POST',
      url,
      payload: { _t: token, _go: 'next', q1: 'yes', q2: ['a', 'b'] },
    })
    expect(json.statusCode).toBe(303)
    const asked = { accept: 'application/json', 'content-type': 'application/json' }
    const bad = await world.app.inject({ method: 'POST', url, payload: '[1', headers: asked })
    expect([bad.statusCode, bad.json().type]).toEqual([400, '/api/problems/invalid_json'])
    const file = await world.app.inject({
      method: 'POST',
      url,
      payload: 'x',
      headers: { 'content-type': 'text/plain' },
    })
    expect([file.statusCode, readPage(file.payload).kind]).toEqual([415, 'error'])
  })

  test('an old page comes back with its answers', async () => {
    const { id, url } = await world.begun()
    const { html, last } = await walk(world.app, url, ANSWERS, { until: 'p10' })
    world.later(25 * 3600)
    const again = await post(world.app, url, { ...last, _t: readPage(html).token, _go: 'next' })
    expect(again.payload).toContain('больше суток')
    const sent = await post(world.app, url, { _t: readPage(again.payload).token, _go: 'next' })
    expect([sent.statusCode, (await world.responsesTo(id)).map(({ answers }) => answers)]).toMatchObject([
      303,
      [{ q1: 'yes' }],
    ])
  })
})

describe('a flood', () => {
  test('from one network is held up with a page; a desk where 60 finish within a minute is not', async () => {
    const { url } = await world.begun()
    const crowd = await world.server()
    for (let person = 0; person < 60; person++) expect((await walk(crowd, url, ANSWERS)).kind).toBe('done')
    let answer = await post(crowd, url, { _t: 'x' })
    for (let calls = 0; calls < 2000 && answer.statusCode !== 429; calls++) answer = await post(crowd, url, { _t: 'x' })
    expect([answer.statusCode, readPage(answer.payload).kind]).toEqual([429, 'error'])
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    const elsewhere = await crowd.inject({ url, remoteAddress: '198.51.100.7' })
    expect(elsewhere.statusCode).toBe(200)
    await crowd.close()
  })
})

test('pages are counted without anybody waiting for a row', async () => {
  const counting = await world.server()
  const { id, url } = await world.begun()
  await walk(counting, url, ANSWERS, { until: 'p3' })
  await walk(counting, url, ANSWERS, { until: 'p2' })
  await counting.close()
  const rows = await world.db
    .selectFrom('survey_page_counts')
    .select(['page', 'shown', 'passed'])
    .where('campaign_id', '=', id)
    .orderBy('page')
    .execute()
  expect(rows).toEqual([
    { page: '#first', shown: 2, passed: 0 },
    { page: 'p1', shown: 2, passed: 2 },
    { page: 'p2', shown: 2, passed: 1 },
    { page: 'p3', shown: 1, passed: 0 },
  ])
})
