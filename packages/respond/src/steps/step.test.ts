import type { Question } from '@otklik/model/questionnaires'
import { describe, expect, test } from 'vitest'
import type { State } from '../state/index.ts'
import { FORM_1, NOW, stateOn, surveyOf } from '../survey.fixture.ts'
import { settled } from './settled-quotas.ts'
import { step, type Stepped } from './step.ts'

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
const post = (state: State, fields: Record<string, string | string[]>, now = later(10), survey = FORM_1) =>
  step(
    survey,
    state,
    Object.entries({ _go: 'next', ...fields }).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, one] as const),
    ),
    now,
  )
const on = (page: string, more: Partial<State> = {}) => stateOn(FORM_1, page, more)
const wentTo = (stepped: Stepped) => {
  if (stepped.kind !== 'page') throw new Error(`${stepped.kind} ${JSON.stringify(stepped)}`)
  return stepped
}

describe('the next page', () => {
  test('comes when this one is answered, with the seconds spent on it', () => {
    const { state } = wentTo(post(on('p1'), { q1: 'yes', q2: '0012' }))
    expect([state.page, state.answers]).toEqual(['p2', { q1: 'yes', q2: ['0012'] }])
    expect([state.times, state.passed]).toEqual([{ p1: 10 }, ['p1']])
  })

  test('does not come while something is wrong: what was typed stays', () => {
    const stepped = post(on('p1'), { q1: 'maybe' })
    expect(stepped).toMatchObject({ kind: 'errors', errors: [{ code: 'unknown_option', at: 'q1' }] })
    expect(stepped.state.answers).toEqual({ q1: 'maybe' })
  })

  test('waits for a question that an answer of the same page brings up, unless a script has shown it', () => {
    const first = wentTo(post(on('p3'), { q5: 'site' }))
    expect([first.state.page, first.at]).toEqual(['p3', 'q6.site'])
    expect(wentTo(post(first.state, { q5: 'site' })).state.page).toBe('p4')
    expect(wentTo(post(on('p3'), { q5: 'site', _s: '1' })).state.page).toBe('p4')
  })

  test('a question that has just come up is not missed yet, other errors are told first', () => {
    const needed = surveyOf({
      ...FORM_1.prepared.questionnaire,
      pages: [
        {
          code: 'p1',
          questions: [
            choice('a', { required: true }),
            choice('b', { required: true, showIf: { question: 'a', is: 'yes' } }),
          ],
        },
      ],
    })
    const first = wentTo(post(stateOn(needed, 'p1'), { a: 'yes' }, NOW, needed))
    expect(first.at).toBe('b')
    expect(post(first.state, { a: 'yes' }, NOW, needed)).toMatchObject({ errors: [{ code: 'required', at: 'b' }] })
  })

  test('answers to hidden questions of the page are let go, fields of other pages are not read', () => {
    const { state } = wentTo(post(on('p4'), { q8: 'granted', q9: 'yes', q1: 'no', nobody: '1', _s: '1' }))
    expect([state.page, state.answers.q1]).toEqual(['p5', undefined])
  })
})

const choice = (code: string, more: Partial<Question> = {}): Question => ({
  code,
  type: 'one',
  text: { ru: code },
  options: ['yes', 'no'].map((option) => ({ code: option, text: { ru: option } })),
  ...more,
})

test('«back» keeps what was typed, valid or not', () => {
  const { state } = wentTo(post(on('p2', { answers: { q1: 'yes' } }), { q3: '77', 'q4.other': 'текст', _go: 'back' }))
  expect([state.page, state.answers, state.other]).toEqual(['p1', { q1: 'yes', q3: 77 }, { q4: 'текст' }])
})

describe('staying on the page', () => {
  test('for a switch of view or language', () => {
    const survey = { ...FORM_1, languages: ['ru', 'tt'] }
    const stay = (set: string) => wentTo(post(on('p1'), { q1: 'no', _set: set }, NOW, survey)).state
    expect(stay('large')).toMatchObject({ page: 'p1', view: { large: true, contrast: false }, answers: { q1: 'no' } })
    expect([stay('lang:tt').language, stay('lang:xx').language]).toEqual(['tt', 'ru'])
  })

  test('for a search, by its button or by Enter in its field', () => {
    const sought = { q1: 'yes', 'q2.find': 'школа' }
    for (const button of [
      ['_find', 'q2'],
      ['_go', 'enter'],
    ] as const) {
      const { state } = wentTo(post(on('p1'), { ...sought, [button[0]]: button[1] }))
      expect([state.page, state.find]).toEqual(['p1', { q2: 'школа' }])
    }
    expect(wentTo(post(on('p1', { find: { q2: 'школа' } }), { ...sought, _go: 'enter' })).state.page).toBe('p2')
  })
})

describe('a token that does not fit any more', () => {
  test('an old one: the same page with the answers, valid for another day', () => {
    const now = new Date(NOW.getTime() + 25 * 3600_000)
    const stepped = post(on('p2', { answers: { q1: 'yes' } }), { q3: '4' }, now)
    expect(stepped).toMatchObject({
      kind: 'again',
      notice: 'old',
      state: { page: 'p2', answers: { q1: 'yes', q3: 4 } },
    })
    expect(wentTo(post(stepped.state, { q3: '4' }, now)).state.page).toBe('p3')
  })

  test('of another version: the page of the new one, or its first', () => {
    expect(post(on('p2', { version: 7 }), { q3: '4' })).toMatchObject({
      notice: 'version',
      state: { page: 'p2', version: 1 },
    })
    expect(post(on('gone', { version: 7 }), {})).toMatchObject({ notice: 'version', state: { page: 'p1' } })
  })
})

describe('the last page', () => {
  const answers = { q1: 'yes', q2: ['0012'], q3: 4, q8: 'granted', q9: 'yes', q11: 5 }
  test('gives what was shown, cleaned, and nothing else', () => {
    const stepped = post(on('p10', { answers, times: { p10: 2 } }), { q28: 'f', q32: 'm1' })
    if (stepped.kind !== 'finish') throw new Error(stepped.kind)
    expect(stepped.response).toMatchObject({ outcome: 'complete', other: {} })
    expect(stepped.response.answers).toEqual({
      q1: 'yes',
      q2: ['0012'],
      q3: 4,
      q8: 'granted',
      q11: 5,
      q28: 'f',
      q32: 'm1',
    })
    expect(stepped.state.times).toEqual({ p10: 12 })
  })

  test('leads back to an answer that is missing on an earlier page', () => {
    const stepped = post(on('p10', { answers: { ...answers, q8: undefined } }), {})
    expect(stepped).toMatchObject({ kind: 'errors', state: { page: 'p4' }, errors: [{ code: 'required', at: 'q8' }] })
  })
})

test('of what the page sends besides: the trap and the proof', () => {
  const { state } = wentTo(post(on('p1'), { q1: 'yes', _url: 'http://spam', _p: '1' }))
  expect([state.trap, state.proof]).toEqual([true, 'bad'])
})

test('a quota is settled once no later answer changes it', () => {
  const rules = [
    { name: 'yes', condition: { question: 'q1', is: 'yes' } },
    { name: 'no', condition: { not: { question: 'q1', is: 'yes' } } },
    { name: 'open', condition: { question: 'q8', answered: false } },
    { name: 'qr', condition: { attribute: 'channel', is: 'qr' } },
  ]
  const settledOn = (page: string) =>
    settled(rules, FORM_1, on(page, { answers: { q1: 'yes' } })).map(({ name }) => name)
  expect([settledOn('p1'), settledOn('p2')]).toEqual([['qr'], ['yes', 'qr']])
})
