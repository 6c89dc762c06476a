import { describe, expect, test } from 'vitest'
import { ANSWERS, publicWorld } from './public-world.fixture.ts'
import { post, readPage, walk } from './walk.fixture.ts'

const world = publicWorld()

test('pages say who may frame them, and let nothing run but their own script', async () => {
  const [plain, framed] = [await world.begun(), await world.begun({ frames: ['https://school.example'] })]
  const headers = async (url: string) => (await world.app.inject({ url })).headers
  const first = await headers(plain.url)
  expect(first['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  )
  expect([first['x-frame-options'], first['cache-control']]).toEqual(['DENY', 'no-store'])
  const second = await headers(framed.url)
  expect(second['content-security-policy']).toContain('frame-ancestors https://school.example')
  expect(second['x-frame-options']).toBeUndefined()
  const [, style = ''] =
    /href="(\/r\/assets\/style-[^"]+)"/.exec((await world.app.inject({ url: plain.url })).payload) ?? []
  expect((await world.app.inject({ url: style })).headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8' })
})

describe('a trial of a questionnaire', () => {
  test('is gone through as respondents would, in a frame of this server, and stores nothing', async () => {
    const before = await world.db.selectFrom('survey_responses').select('id').execute()
    const asked = { attributes: { service: '1' }, page: 'p9' }
    const made = await world.app.inject({
      method: 'POST',
      url: '/api/surveys/questionnaires/ext.services/trial',
      payload: asked,
    })
    expect(made.statusCode).toBe(201)
    const first = await world.app.inject({ url: made.json().path })
    expect(readPage(first.payload)).toMatchObject({ kind: 'page', page: 'p9' })
    expect(first.headers['content-security-policy']).toContain("frame-ancestors 'self'")
    const next = await post(world.app, '/r/trial', { _t: readPage(first.payload).token, _go: 'next', q21: '9' })
    expect(readPage(next.payload)).toMatchObject({ kind: 'page', page: 'p10' })
    const last = await post(world.app, '/r/trial', { _t: readPage(next.payload).token, _go: 'next' })
    // The pages before were passed over: what they need is asked for.
    expect([last.statusCode, readPage(last.payload).page]).toEqual([422, 'p1'])
    expect((await world.app.inject({ url: '/r/trial' })).statusCode).toBe(400)
    expect(await world.db.selectFrom('survey_responses').select('id').execute()).toEqual(before)
  })
})

test('a widget gets the same pages without what is around them, for any site and without a cookie', async () => {
  const { id, linkUrl } = await world.begun()
  const url = linkUrl.replace('/r/', '/w/')
  const first = await world.app.inject({ url, headers: { origin: 'https://school.example' } })
  expect(first.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  })
  expect(first.headers['access-control-allow-credentials']).toBeUndefined()
  expect(first.payload).toMatch(/^<section [^>]*data-otklik="page" data-page="p1"/)
  expect((await walk(world.app, url, ANSWERS)).kind).toBe('done')
  expect(await world.responsesTo(id)).toHaveLength(1)
  expect(readPage((await world.app.inject({ url: '/w/nothing-here' })).payload).kind).toBe('error')
})
