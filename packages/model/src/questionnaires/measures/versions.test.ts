import { expect, test } from 'vitest'
import { ask, form1, questionnaireOf } from '../questionnaires.fixture.ts'
import { differenceOfVersions } from './versions.ts'

test('questions that came, went and changed, and the series that end', () => {
  const old = questionnaireOf([
    ask('a', 'scale', { min: 1, max: 5 }),
    ask('b', 'text'),
    ask('c', 'text'),
    ask('d', 'one', { options: 'x y' }),
  ])
  const next = questionnaireOf([], {
    pages: [
      {
        code: 'p1',
        questions: [ask('a', 'scale', { max: 10, min: 1 }), { ...ask('b', 'text'), text: { tt: 'б', ru: 'b' } }],
      },
      { code: 'p9', questions: [ask('d', 'one', { options: 'x y' }), ask('e', 'text')] },
    ],
  })
  expect(differenceOfVersions(old, next)).toEqual({
    added: ['e'],
    removed: ['c'],
    changed: [
      { at: 'a', fields: ['max'] },
      { at: 'b', fields: ['text', 'page'] },
      { at: 'd', fields: ['page'] },
    ],
    ended: [
      { series: 'a', at: 'a', now: 'a', why: 'bounds' },
      { series: 'c', at: 'c', now: null, why: 'removed' },
    ],
  })
})

test('nothing differs from itself, nor by the order of keys', () => {
  const reordered: typeof form1 = JSON.parse(JSON.stringify(form1), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toReversed())
      : value,
  )
  expect(differenceOfVersions(form1, reordered)).toEqual({ added: [], removed: [], changed: [], ended: [] })
})
