import { expect, test } from 'vitest'
import { isQuarter, quarterBounds, quarterTitle } from './index.ts'

test.each([
  ['2026-Q1', '2026-01-01', '2026-03-31', 'I квартал 2026 года'],
  ['2024-Q2', '2024-04-01', '2024-06-30', 'II квартал 2024 года'],
  ['2026-Q3', '2026-07-01', '2026-09-30', 'III квартал 2026 года'],
  ['2026-Q4', '2026-10-01', '2026-12-31', 'IV квартал 2026 года'],
])('%s', (quarter, first, last, title) => {
  expect(isQuarter(quarter)).toBe(true)
  expect([quarterBounds(quarter), quarterTitle(quarter)]).toEqual([{ first, last }, title])
})
test.each(['2026-Q5', '2026-Q0', '2026Q1', '26-Q1', '1999-Q1', '2026-03', ''])('«%s» is none', (text) => {
  expect(isQuarter(text)).toBe(false)
  expect(() => quarterBounds(text)).toThrow(RangeError)
})
