import { expect, test } from 'vitest'
import { judge, prepare, type Questionnaire } from '../questionnaires/index.ts'
import { quotaFaults, quotasOf } from './quotas.ts'

const form: Questionnaire = {
  format: 'otklik-questionnaire/1',
  code: 'form',
  title: { tt: 'Анкета' },
  languages: ['tt'],
  pages: [
    {
      code: 'p1',
      questions: [
        {
          code: 'sex',
          type: 'one',
          text: { tt: 'Пол' },
          options: [
            { code: 'm', text: { tt: 'М' } },
            { code: 'f', text: { tt: 'Ж' } },
          ],
        },
      ],
    },
  ],
}
const women = { question: 'sex', is: 'f' } as const

test('a condition may ask for every question and attribute, and is refused at its place', () => {
  expect(quotaFaults(form, [women, { attribute: 'office', is: '7' }])).toEqual([])
  const faults = quotaFaults(form, [women, { question: 'age', is: '1' }, { wrong: 1 }])
  expect(faults.map(({ path }) => path)).toContain('quotas.2.condition')
  expect(quotaFaults(form, [women, { question: 'age', is: '1' }])).toEqual([
    { path: 'quotas.1.condition', message: expect.stringContaining('age') },
  ])
})

test('answers take a place of every quota whose condition holds', () => {
  const rules = [
    { quota: 1, condition: women },
    { quota: 2, condition: { attribute: 'office', is: '7' } },
  ]
  const given = (answers: Record<string, unknown>) => judge(prepare(form), { answers, other: {}, attributes: {} })
  expect(quotasOf(rules, given({ sex: 'f' }), { office: '7' })).toEqual([1, 2])
  expect(quotasOf(rules, given({ sex: 'm' }), { office: '8' })).toEqual([])
  // No answer is no woman.
  expect(quotasOf(rules, given({}), {})).toEqual([])
})
