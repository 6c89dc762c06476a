import type { Questionnaire } from '@otklik/model/questionnaires'
import { expect, test } from 'vitest'
import {
  addQuestion,
  changeQuestion,
  freshCode,
  itemsBefore,
  movePage,
  moveQuestion,
  moveToPage,
  newQuestion,
  removeQuestion,
  retyped,
  withText,
} from './edits.ts'

const form: Questionnaire = {
  format: 'otklik-questionnaire/1',
  code: 'own',
  title: { ru: 'Своя' },
  languages: ['ru'],
  pages: [
    { code: 'p1', questions: [newQuestion('q1', 'one'), newQuestion('q2', 'matrix')] },
    { code: 'p2', questions: [newQuestion('q3', 'text')] },
  ],
}
const order = ({ pages }: Questionnaire) =>
  pages.map(({ code, questions }) => `${code}: ${questions.map((one) => one.code).join(' ')}`).join('; ')

test('questions move within a page, and past its end to the next', () => {
  expect(order(moveQuestion('q2', -1)(form))).toBe('p1: q2 q1; p2: q3')
  expect(order(moveQuestion('q2', 1)(form))).toBe('p1: q1; p2: q2 q3')
  expect(order(moveQuestion('q1', -1)(form))).toBe('p1: q1 q2; p2: q3')
  expect(order(moveQuestion('q3', 1)(form))).toBe('p1: q1 q2; p2: q3')
})
test('a page that gives its last question away is gone', () => {
  expect(order(moveQuestion('q3', -1)(form))).toBe('p1: q1 q2 q3')
  expect(order(moveToPage('q1', 'p2')(form))).toBe('p1: q2; p2: q3 q1')
  expect(order(removeQuestion('q3')(form))).toBe('p1: q1 q2')
})
test('the last question of all stays', () => {
  const alone = removeQuestion('q3')(removeQuestion('q2')(form))
  expect(removeQuestion('q1')(alone)).toEqual(alone)
})
test('pages move, and new questions stand where they were asked for', () => {
  expect(order(movePage('p2', -1)(form))).toBe('p2: q3; p1: q1 q2')
  expect(freshCode(form, 'q')).toBe('q6')
  expect(order(addQuestion('p1', newQuestion('q6', 'text'), 'q1')(form))).toBe('p1: q1 q6 q2; p2: q3')
})
test('a condition may ask about what stands before, rows one by one', () => {
  expect(itemsBefore(form, 'q3')).toEqual(['q1', 'q2.r1'])
  expect(itemsBefore(form, 'p2')).toEqual(['q1', 'q2.r1'])
  expect(itemsBefore(form, 'q1')).toEqual([])
})
test('another type keeps what both have, and no field is kept empty', () => {
  const one = { ...newQuestion('q1', 'one'), text: { ru: 'Вопрос' }, measure: 'effort', required: true }
  expect(retyped(one, 'many')).toEqual({ ...one, type: 'many' })
  expect(retyped(one, 'scale')).toEqual({
    code: 'q1',
    type: 'scale',
    text: { ru: 'Вопрос' },
    measure: 'effort',
    required: true,
    min: 1,
    max: 5,
  })
  const changed = changeQuestion('q3', (question) => ({ ...question, hint: undefined }))(form)
  expect(Object.keys(changed.pages[1]?.questions[0] ?? {})).toEqual(['code', 'type', 'text'])
})
test('an emptied text is left out', () => {
  expect(withText({ ru: 'а', tt: 'б' }, 'ru', '')).toEqual({ tt: 'б' })
  expect(withText(undefined, 'ru', 'а')).toEqual({ ru: 'а' })
})
