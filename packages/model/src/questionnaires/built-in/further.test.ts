import { expect, test } from 'vitest'
import { checkQuestionnaire } from '../index.ts'
import { furtherQuestionnaire } from './further.ts'

const asked = {
  code: 'further.school.2026-06',
  process: 'Зачисление в школу',
  service: true,
  problems: [{ code: 'p1', name: 'Очередь на приём' }],
}

test.each([
  ['a service', asked, 'получить государственную услугу'],
  ['an internal process without problems', { ...asked, service: false, problems: [] }, 'за чем Вы обращались'],
])('asks %s of effort and problems, and can be published', (_, about, words) => {
  const document = furtherQuestionnaire(about)
  expect(checkQuestionnaire(document).problems.filter(({ level }) => level === 'error')).toEqual([])
  const [effort, problems, told] = document.pages.flatMap(({ questions }) => questions)
  expect(effort?.text.ru).toContain(words)
  expect(effort?.measure).toBe('effort')
  expect(problems?.options?.map(({ code }) => code)).toEqual([
    ...about.problems.map(({ code }) => code),
    'other',
    'none',
  ])
  expect(told?.type).toBe('long')
})

test('no more problems are offered than are read', () => {
  const problems = Array.from({ length: 40 }, (_, at) => ({ code: `p${at + 1}`, name: `Проблема ${at + 1}` }))
  const [, page] = furtherQuestionnaire({ ...asked, problems }).pages
  expect(page?.questions[0]?.options?.length).toBe(14)
})
