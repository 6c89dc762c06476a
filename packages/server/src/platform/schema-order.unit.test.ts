import { expect, test } from 'vitest'
import { inOrder } from './schema-order.ts'

const order = (...names: string[]) => inOrder(names.map((name) => ({ name }))).map(({ name }) => name)

test('steps without a date come first, in the order in which installations ran them; then the dated ones', () => {
  expect(
    order('2026-12-01-change-map', 'access/003-organisations', '2026-11-30-surveys-forms', 'register/001-records'),
  ).toEqual(['register/001-records', 'access/003-organisations', '2026-11-30-surveys-forms', '2026-12-01-change-map'])
})

test.each([
  [['surveys/001-forms']],
  [['2026-11-30']],
  [['2026-11-30-Формы']],
  [['2026-11-30-forms', '2026-11-30-forms']],
])('%j is refused', (names) => {
  expect(() => order(...names)).toThrow(/name/)
})
