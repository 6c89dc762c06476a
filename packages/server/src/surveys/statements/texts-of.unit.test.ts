import { prepare, type Questionnaire } from '@otklik/model/questionnaires'
import { describe, expect, test } from 'vitest'
import { openAnswersOf, ratingOf } from './texts-of.ts'

const form = (...questions: object[]) =>
  prepare({
    format: 'otklik-questionnaire/1',
    code: 'proba',
    version: 1,
    title: { ru: 'Проба' },
    languages: ['ru'],
    pages: [{ code: 'p1', questions }],
  } as unknown as Questionnaire)
const scale = { code: 'q1', type: 'scale', min: 1, max: 5, measure: 'satisfaction_service', text: { ru: 'Оценка' } }
const words = { code: 'q2', type: 'long', text: { ru: 'Почему?' }, showIf: { question: 'q1', le: 3 } }
const more = { code: 'q3', type: 'text', text: { ru: 'Ещё?' } }
const consent = { code: 'ok', type: 'consent', text: { ru: 'Можно читать?' } }
const of = (answers: Record<string, unknown>) => ({ answers, other: {}, attributes: {} })

describe('open answers', () => {
  test('are those written, each with its question', () =>
    expect(openAnswersOf(form(scale, words, more), of({ q1: 2, q2: 'Долго', q3: 'Душно' }))).toEqual([
      { question: 'q2', text: 'Долго' },
      { question: 'q3', text: 'Душно' },
    ]))

  test('are one empty one where somebody was asked and wrote nothing, none where nobody was asked', () => {
    expect(openAnswersOf(form(scale, words), of({ q1: 2 }))).toEqual([{ question: 'q2', text: '' }])
    expect(openAnswersOf(form(scale, words), of({ q1: 5 }))).toEqual([])
  })

  test.each([
    [{ q3: 'Душно', ok: true }, 1],
    [{ q3: 'Душно' }, 0],
  ])('of %j with a question of consent: %i', (answers, count) =>
    expect(openAnswersOf(form(more, consent), of(answers))).toHaveLength(count),
  )
})

test.each([
  [{ q1: 4 }, 4],
  [{}, null],
])('%j rates %s', (answers, rating) => expect(ratingOf(form(scale), of(answers))).toBe(rating))
