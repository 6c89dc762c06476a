import { describe, expect, test } from 'vitest'
import { answerErrorCodes, prepare } from '../answering/index.ts'
import type { Condition } from '../document/types.ts'
import { ask, form1, prepared } from '../questionnaires.fixture.ts'
import { answerErrorText, conditionText, showIfText } from './index.ts'

const first = prepare(form1)
const refused = 'Нет, услуга не была предоставлена, был отказ'

describe('conditions of form 1', () => {
  test.each<[Condition, string]>([
    [{ question: 'q8', is: 'refused' }, `в вопросе 8 – «${refused}»`],
    [{ question: 'q8', notIn: ['refused'] }, `в вопросе 8 есть ответ, и это не «${refused}»`],
    [{ question: 'q28', in: ['m', 'f'] }, 'в вопросе 28 – «Мужской» или «Женский»'],
    [{ question: 'q3', is: 5 }, 'в вопросе 3 – оценка 5'],
    [{ question: 'q3', le: 2 }, 'в вопросе 3 – оценка не больше 2'],
    [{ question: 'q3', ge: 2, lt: 4 }, 'в вопросе 3 – оценка не меньше 2 и меньше 4'],
    [{ question: 'q6.site', answered: false }, 'в строке «Сайт ведомства» вопроса 6 нет ответа'],
    [{ question: 'q6.site', gt: 3 }, 'в строке «Сайт ведомства» вопроса 6 – оценка больше 3'],
    [{ question: 'q2', count: { ge: 2 } }, 'в вопросе 2 отмечено вариантов не меньше 2'],
    [{ question: 'q2', is: '0012' }, 'в вопросе 2 отмечено «0012»'],
    [{ question: 'q22', answered: true }, 'на вопрос 22 есть ответ'],
    [{ attribute: 'service', answered: false }, 'признак «услуга» неизвестен'],
    [{ attribute: 'point', is: 'qr' }, 'признак «point» – «qr»'],
    [{ not: { question: 'q3', is: 5 } }, 'неверно, что в вопросе 3 – оценка 5'],
    [
      {
        all: [
          { question: 'q3', is: 5 },
          {
            any: [
              { question: 'q3', is: 1 },
              { question: 'q28', is: 'm' },
            ],
          },
        ],
      },
      'в вопросе 3 – оценка 5, и (в вопросе 3 – оценка 1 или в вопросе 28 – «Мужской»)',
    ],
    [{ any: [{ question: 'q3', is: 5 }] }, 'в вопросе 3 – оценка 5'],
  ])('%j', (condition, sentence) => expect(conditionText(condition, first)).toBe(sentence))

  test('as whole sentences, in both languages', () => {
    expect(showIfText({ question: 'q8', is: 'refused' }, first)).toBe(`Показать, если в вопросе 8 – «${refused}»`)
    expect(showIfText({ question: 'q8', is: 'refused' }, first, 'en')).toBe(`Show if question 8 is “${refused}”`)
    expect(conditionText({ question: 'q2', count: { ge: 2 } }, first, 'en')).toBe(
      'options ticked in question 2: at least 2',
    )
  })
})

test('questions without a number are named by their texts, days as they are written, entries by theirs', () => {
  const long = 'Очень длинный вопрос, в котором слов больше, чем помещается в одну строку предложения'
  const form = prepared(
    [
      ask('d', 'date', { text: { ru: long, en: 'Day' } }),
      ask('l', 'list', { list: 'own' }),
      ask('c', 'consent', { number: '7' }),
    ],
    { lists: { own: [{ code: 'k', text: { ru: 'Казань' } }] } },
  )
  expect(conditionText({ question: 'd', ge: '2026-02-01' }, form)).toBe(
    'в вопросе «Очень длинный вопрос, в котором слов больше, чем помещается…» – дата не раньше 01.02.2026',
  )
  expect(conditionText({ question: 'd', lt: '2026-02-01' }, form, 'en')).toBe('question “Day” is before 2026-02-01')
  expect(conditionText({ question: 'l', is: 'k' }, form)).toBe('в вопросе «l» – «Казань»')
  expect(conditionText({ question: 'c', is: true }, form)).toBe('в вопросе 7 дано согласие')
})

test('every error says what to do', () => {
  const { items } = prepared([
    ask('a', 'many', { options: 'x none^ other+', min: 1, max: 2 }),
    ask('n', 'number', { min: 1 }),
    ask('t', 'long'),
  ])
  for (const item of items.values())
    for (const code of answerErrorCodes)
      for (const language of ['ru', 'en'] as const) {
        const sentence = answerErrorText(code, item, language)
        expect(sentence).toMatch(/^[А-ЯA-Z].*[.]$/)
        expect(sentence).not.toMatch(/undefined|!/)
      }
  expect([...items.values()].map((item) => answerErrorText('too_long', item))).toEqual([
    'Сократите текст: можно не больше 500 знаков.',
    'Сократите текст: можно не больше 500 знаков.',
    'Сократите текст: можно не больше 5000 знаков.',
  ])
})
