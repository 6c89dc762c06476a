import { expect, test } from 'vitest'
import { builtInQuestionnaires, type Questionnaire } from '../questionnaires/index.ts'
import { compareVersions } from './difference.ts'

const scale = (code: string, max = 5) =>
  ({ code, type: 'scale', min: 1, max, measure: 'convenience', text: { ru: `Вопрос ${code}` } }) as const
const note = (code: string) => ({ code, type: 'note', text: { ru: `Слова ${code}` } }) as const
const versionOf = (...pages: Questionnaire['pages']): Questionnaire => ({
  format: 'otklik-questionnaire/1',
  code: 'form',
  title: { ru: 'Анкета' },
  languages: ['ru'],
  pages,
})

test('says of every question what has become of it, and in words which series ends', () => {
  const older = versionOf(
    { code: 'p1', questions: [note('n1'), note('n2'), note('gone')] },
    { code: 'p2', questions: [scale('q1')] },
  )
  const newer = versionOf(
    { code: 'p1', questions: [note('n1'), note('new')] },
    { code: 'p2', questions: [note('n2'), scale('q1', 7)] },
  )
  expect(compareVersions(older, newer)).toEqual({
    questions: [
      { at: 'new', what: 'added', text: 'Слова new', fields: [] },
      { at: 'n2', what: 'moved', text: 'Слова n2', fields: ['page'] },
      { at: 'q1', what: 'changed', text: 'Вопрос q1', fields: ['max'] },
      { at: 'gone', what: 'removed', text: 'Слова gone', fields: [] },
    ],
    ended: [expect.objectContaining({ series: 'convenience', at: 'q1', why: 'bounds', message: expect.any(String) })],
  })
})

test.each(builtInQuestionnaires)('$code is the same as itself', (form) => {
  expect(compareVersions(form, form)).toEqual({ questions: [], ended: [] })
})
