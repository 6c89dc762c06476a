import { expect, test } from 'vitest'
import { checkQuestionnaire } from '../check/check.ts'
import { parseQuestionnaire } from '../document/parse.ts'
import { builtInQuestionnaires, findBuiltIn } from './index.ts'

const all = builtInQuestionnaires.map((questionnaire) => [questionnaire.code, questionnaire] as const)

test.each(all)('%s reads as any file does and has no problems', (_, questionnaire) => {
  expect(parseQuestionnaire(JSON.stringify(questionnaire))).toEqual({ questionnaire })
  const { problems, minutes } = checkQuestionnaire(questionnaire)
  expect(problems).toEqual([])
  expect(minutes.longest).toBeGreaterThan(0.5)
})

test.each(all)('%s speaks as people are spoken to', (_, questionnaire) => {
  const texts = JSON.stringify(questionnaire)
  expect(texts).not.toMatch(/!|успешн|"ru":"[^"]*\\"/)
})

test('all that the forms of the Методика need are there, drafts marked as such', () => {
  expect(builtInQuestionnaires.map(({ code, draft }) => `${code}${draft ? ' проект' : ''}`)).toEqual([
    'ext.services',
    'min.feedback',
    'criteria',
    'ext.support проект',
    'ext.control_event проект',
    'ext.control_prevention проект',
    'ext.appeals проект',
    'ext.information проект',
    'int.workplace проект',
    'int.rulemaking проект',
    'int.appeals проект',
    'int.services_staff проект',
    'int.support_staff проект',
  ])
  expect(findBuiltIn('nobody')).toBeUndefined()
})

test('form 1 keeps the numbers of its source, gaps too, and marks what was added', () => {
  const questions = findBuiltIn('ext.services')?.pages.flatMap((page) => page.questions) ?? []
  expect(questions.map(({ number }) => number).join(' ')).toBe(
    '1 2 2а 3 4 5 6 7 8 9 10 11 12 13 14 15 16 18 19 20 21 22 28 29 30 32',
  )
  const added = questions.flatMap(({ code, added: own, options = [] }) => [
    ...(own ? [code] : []),
    ...options.filter((option) => option.added).map((option) => `${code}.${option.code}`),
  ])
  expect(added).toEqual(['q2a', 'q8.pending', 'q29.lt18'])
})

test('employees are not asked who they are', () => {
  const internal = builtInQuestionnaires.filter(({ code }) => code.startsWith('int.'))
  const measures = internal.flatMap(({ pages }) =>
    pages.flatMap(({ questions }) => questions.map(({ measure }) => measure)),
  )
  for (const measure of ['sex', 'age', 'education', 'municipality']) expect(measures).not.toContain(measure)
})
