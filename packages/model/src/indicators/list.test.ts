import { expect, test } from 'vitest'
import { FIGURE_COLUMNS, indicatorList, INDICATORS, REQUEST_COUNTS } from './index.ts'

test('columns of files stand as the format of indicators fixes them', () => {
  expect(FIGURE_COLUMNS.map(({ column, title, digits }) => [column, title, digits])).toEqual([
    ['submitted', 'Подано', 0],
    ['in_error', 'С ошибкой', 0],
    ['error_share', 'Доля ошибок, %', 1],
    ['decided', 'Решено', 0],
    ['refused', 'Отказано', 0],
    ['refusal_share', 'Доля отказов, %', 1],
    ['ratings', 'Оценок', 0],
    ['csi', 'CSI', 2],
  ])
})

test('each record stands under its own key, and no two share a name or a place', () => {
  expect(Object.entries(INDICATORS).map(([key, { key: own }]) => own === key)).toEqual(indicatorList.map(() => true))
  for (const name of ['field', 'column', 'place', 'shortName', 'heading'] as const)
    expect(new Set(indicatorList.map((one) => one[name])).size, name).toBe(indicatorList.length)
})

test('what is counted fits into the eight bits that an import has for it', () => {
  expect(new Set(REQUEST_COUNTS.map(({ column }) => column)).size).toBe(REQUEST_COUNTS.length)
  expect(REQUEST_COUNTS.length).toBeLessThanOrEqual(8)
  // An import keeps one first moment, that of submission.
  expect(REQUEST_COUNTS.filter(({ month }) => month === 'first').map(({ column }) => column)).toEqual(['submitted'])
})
