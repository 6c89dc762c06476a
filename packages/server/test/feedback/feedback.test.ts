import type { Feedback, FeedbackRow } from '@otklik/model/surveys/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMasker, emptyLexicon } from '@otklik/model/change/masking'
import { publicRoutes } from '../../src/appeals/public/routes.ts'
import { type App, buildHttp } from '../../src/platform/http/index.ts'
import { silentLog } from '../../src/platform/log.ts'
import type { MailLetter, Recipient } from '../../src/platform/mail/index.ts'
import { eraseContacts } from '../../src/surveys/feedback/contacts.ts'
import { sendFeedbackLetter } from '../../src/surveys/feedback/letters.ts'
import { post, walk, type Walked } from '../../src/surveys/public/walk.fixture.ts'
import { publishForm, runCampaign, surveysOverHttp, TODAY } from '../../src/surveys/surveys.fixture.ts'

const world = surveysOverHttp()
let applicants: App
const WORDS = 'Очередь два часа, звоните 8 (910) 123-45-67'
const ANSWERED = 'Открыли второе окно приёма, запись теперь на каждый день.'
const ANSWERS = { got: 'yes', time: '5', staff: '4', nps: '9', words: WORDS }

beforeAll(async () => {
  await publishForm(world)
  await runCampaign(world, { code: 'otzyvy' })
  applicants = await buildHttp({
    config: { publicUrl: 'https://otklik.test', trustProxy: false },
    log: silentLog(),
    now: () => new Date(`${TODAY}T09:00:00Z`),
    authenticate: async () => ({ kind: 'nobody' }),
  })
  const mask = createMasker(emptyLexicon)
  const { db, cipher } = world
  publicRoutes(applicants, { db, cipher, jobs: { enqueue: async () => null }, masker: async () => mask })
})
afterAll(() => applicants.close())

/** The whole questionnaire, to its thanks; what is offered there. */
async function thanked(answers: Record<string, string> = ANSWERS): Promise<Walked & { offer: string }> {
  const walked = await walk(world.app, '/r/otzyvy', answers)
  return { ...walked, offer: /name="_f" value="([^"]+)"/.exec(walked.html)?.[1] ?? '' }
}
const go = (offer: string, what: string, fields: Record<string, string> = {}) =>
  post(world.app, '/r/otzyvy', { _f: offer, _go: what, ...fields })
const codeIn = (html: string): string => /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}/.exec(html)?.[0] ?? ''
const kept = () => world.db.selectFrom('survey_feedback').selectAll().execute()
const check = async (code: string) => {
  const answer = await post(applicants, '/t', { code })
  return { status: answer.statusCode, html: answer.payload }
}
const listed = (query = '') => world.make<{ total: number; rows: FeedbackRow[] }>('GET', `/feedback${query}`)
const about = (id: string) => world.make<Feedback>('GET', `/feedback/${id}`)
const step = (id: string, event: string, sentence = ANSWERED) =>
  world.make<Feedback>('POST', `/feedback/${id}/steps`, { event, sentence })

describe('a tracking code', () => {
  test('is offered for an open answer, is the same when sent twice, and tells the course at /t', async () => {
    const { html, offer } = await thanked()
    expect(html).toContain('value="code"')
    const [first, second] = [await go(offer, 'code'), await go(offer, 'code')]
    const code = codeIn(first.payload)
    expect([code, codeIn(second.payload)]).toEqual([expect.stringMatching(/^.{14}$/), code])
    const [feedback, ...others] = await kept()
    expect(others).toEqual([])
    expect(JSON.stringify(feedback)).not.toMatch(/910|response/)
    expect(await check(code)).toMatchObject({ status: 200, html: expect.stringMatching(/получено.*Очередь два часа/s) })
    await step(feedback?.id ?? '', 'take', 'Проверяем, сколько ждут у окна приёма.')
    await step(feedback?.id ?? '', 'finish')
    expect((await check(code)).html).toMatch(/меры приняты.*Открыли второе окно/s)
    expect((await go(offer, 'leave', { mail: 'a@example.ru', words: 'x', consent: '1' })).payload).toContain('уже')
  })

  test('is no way in where nothing was written, where the offer is forged, and after a day', async () => {
    const { words: _, ...silent } = ANSWERS
    const { html, offer } = await thanked(silent)
    expect(html).not.toContain('value="code"')
    expect((await go(offer, 'code')).statusCode).toBe(400)
    expect((await go(`${offer}x`, 'code')).statusCode).toBe(400)
    expect((await check('0000-0000-0000')).status).toBe(404)
  })
})

describe('a contact', () => {
  const typed = {
    name: 'Мария',
    mail: 'maria@example.ru',
    phone: '',
    words: 'Верните запись по телефону',
    consent: '1',
  }

  test('is asked on a screen of its own, refused at its fields, and kept sealed with the day of the consent', async () => {
    const { offer } = await thanked()
    const screen = await go(offer, 'contact')
    expect(screen.payload).toContain('Очередь два часа')
    const refused = await go(offer, 'leave', { ...typed, mail: 'maria', consent: '' })
    expect([refused.statusCode, refused.payload.match(/href="#(mail|consent)"/g)]).toEqual([
      422,
      ['href="#mail"', 'href="#consent"'],
    ])
    expect(refused.payload).toContain('value="maria"')
    expect((await go(offer, 'leave', typed)).payload).toContain('Контакт записан')
    const row = (await kept()).find(({ consent }) => consent !== null)
    expect(row).toMatchObject({ consented: TODAY, code_hash: null, words: 'Верните запись по телефону' })
    expect(JSON.stringify(row)).not.toMatch(/maria|Мария/)
    expect(world.cipher.open(row?.contact_sealed ?? '')).toContain('maria@example.ru')
  })

  test('gets a letter with each step, is opened by those who answer alone, and goes when the matter is closed', async () => {
    const { rows } = await listed('?term=open')
    const id = rows.find(({ way }) => way === 'contact')?.id ?? ''
    expect(await world.make('GET', `/feedback/${id}/contact`)).toMatchObject({
      mail: 'maria@example.ru',
      consent: TODAY,
    })
    expect((await world.ask('GET', `/feedback/${id}/contact`, undefined, 'observer')).status).toBe(403)
    expect((await world.ask('GET', `/feedback/${id}`, undefined, 'stranger')).status).toBe(404)
    world.enqueued.length = 0
    await step(id, 'reject', 'Запись по телефону не закрывали: номер тот же, что на сайте.')
    const letters: [Recipient, MailLetter][] = []
    const mail = { send: async (to: Recipient, letter: MailLetter) => void letters.push([to, letter]) } as never
    const deps = { mail, db: world.db, cipher: world.cipher, publicUrl: 'https://otklik.test' }
    for (const data of world.enqueued) await sendFeedbackLetter(deps, data as { step: number })
    expect(letters).toMatchObject([[{ address: 'maria@example.ru' }, { subject: 'Ваш отзыв: не подтвердилось' }]])
    expect(await eraseContacts(world.db, new Date(`${TODAY}T20:00:00Z`))).toBe(0)
    expect(await eraseContacts(world.db, new Date('2026-11-23T03:00:00Z'))).toBe(1)
    expect(await about(id)).toMatchObject({ contact: 'erased', state: 'not_confirmed' })
    expect((await world.ask('GET', `/feedback/${id}/contact`)).status).toBe(409)
  })

  test('is erased on demand, and after a year in any case', async () => {
    for (const mail of ['b@example.ru', 'c@example.ru']) {
      const { offer } = await thanked()
      await go(offer, 'leave', { ...typed, mail })
    }
    const [one] = (await listed('?term=open')).rows
    await world.make('POST', `/feedback/${one?.id}/contact-erasure`, { reason: 'Автор отозвал согласие' })
    expect(await about(one?.id ?? '')).toMatchObject({ contact: 'erased', state: 'received' })
    expect(await eraseContacts(world.db, new Date('2027-11-22T10:00:00Z'))).toBe(0)
    expect(await eraseContacts(world.db, new Date('2027-11-23T10:00:00Z'))).toBe(1)
  })
})

describe('the desk', () => {
  test('finds words and terms, asks for a sentence, and refuses names in it', async () => {
    const { rows, total } = await listed(`?find=${encodeURIComponent('очередь')}`)
    expect([total, rows[0]?.words]).toEqual([1, expect.not.stringContaining('910')])
    const open = (await listed('?term=open')).rows[0]?.id ?? ''
    for (const sentence of ['Коротко', 'Обратитесь к Ивану по телефону 8 (910) 123-45-67.'])
      expect(await world.ask('POST', `/feedback/${open}/steps`, { event: 'take', sentence })).toMatchObject({
        status: 409,
      })
    expect(await world.make('GET', '/feedback-counts', undefined, 'observer')).toMatchObject({ overdue: 0 })
    await world.db.updateTable('survey_feedback').set({ due: '2026-11-21' }).where('id', '=', open).execute()
    expect(await world.make('GET', '/feedback-counts', undefined, 'observer')).toMatchObject({ overdue: 1 })
    expect((await listed('?term=overdue')).rows.map(({ id, overdue }) => [id, overdue])).toEqual([[open, true]])
    expect((await world.ask('PUT', `/feedback/${open}/publication`, { said: 'Долго ждать' })).status).toBe(409)
  })

  test('gives a file in which words are no formulas', async () => {
    const { offer } = await thanked({ ...ANSWERS, words: '=HYPERLINK("http://evil.test")' })
    await go(offer, 'code')
    const { status, text } = await world.ask('GET', '/feedback?format=csv')
    expect([status, text.split('\r\n')[0]]).toEqual([200, expect.stringContaining('Что написали;Что ответили')])
    expect(text).toContain('HYPERLINK')
    expect(text).not.toMatch(/(^|[;"])=HYPERLINK/m)
  })

  test('publishes the authority’s words beside its answer, and takes them back', async () => {
    const page = async () => (await world.app.inject(`/said/${world.authorities['Свой орган']}`)).payload
    const done = (await listed('?state=done')).rows[0]?.id ?? ''
    const path = `/feedback/${done}/publication`
    expect((await world.ask('PUT', path, { said: 'Писал Иванов, 8 (910) 123-45-67' })).status).toBe(400)
    await world.make('PUT', path, { said: 'Долго ждать у окна <приёма>' })
    expect(await page()).toMatch(/Долго ждать у окна &lt;приёма&gt;.*Открыли второе окно/s)
    expect(await page()).not.toMatch(/Очередь два часа|<script/)
    await world.make('DELETE', path)
    expect(await page()).toContain('Пока здесь ничего не опубликовано')
    expect((await world.app.inject('/said/999999')).statusCode).toBe(404)
  })
})

test('what keeps feedback from coming twice is nothing that a response has, and tells no time', async () => {
  const nonces = () => world.db.selectFrom('survey_nonces').selectAll().execute()
  const { offer } = await thanked()
  const before = (await nonces()).map(({ nonce }) => nonce)
  await go(offer, 'code')
  const added = (await nonces()).filter(({ nonce }) => !before.includes(nonce))
  expect(added).toEqual([{ nonce: expect.any(String), expires: new Date('2026-11-29T00:00:00Z') }])
  expect(before.filter((nonce) => added[0]?.nonce.includes(nonce))).toEqual([])
})
