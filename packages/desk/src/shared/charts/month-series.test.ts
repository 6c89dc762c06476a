import { expect, test } from 'vitest'
import { type MonthPoint, monthSeriesOption } from './month-series.ts'

const colours = { text: '', dim: '#777', line: '', surface: '#fff', accent: '#00f', band: '', danger: '#f00' }
const texts = { month: String, axis: String, lines: ({ month }: MonthPoint) => [month, '<b>'] }
const point = (month: string, value: number | null, more: Partial<MonthPoint> = {}): MonthPoint => ({
  month,
  value,
  low: value === null ? null : value - 1,
  high: value === null ? null : value + 1,
  n: 100,
  little: false,
  running: false,
  alarm: false,
  before: null,
  notes: [],
  ...more,
})

test('a month without a value is a gap in the line and in the band', () => {
  const { series } = monthSeriesOption([point('2026-01', 5), point('2026-02', null)], texts, colours)
  expect(series).toMatchObject([{ data: [4, null] }, { data: [2, null] }, { data: [{ value: 5 }, { value: null }] }])
})
test('an alarm is marked at its month', () => {
  const { series } = monthSeriesOption([point('2026-01', 5), point('2026-02', 6, { alarm: true })], texts, colours)
  expect(series).toMatchObject([{}, {}, { markPoint: { data: [{ coord: ['2026-02', 6] }] } }])
})
test('a month of few cases is a hollow grey dot and never a coloured alarm', () => {
  const few = [point('2026-01', 5, { little: true, alarm: true }), point('2026-02', 6, { little: true, running: true })]
  const { series } = monthSeriesOption([...few, point('2026-03', 7, { running: true })], texts, colours)
  const grey = { itemStyle: { color: '#fff', borderColor: '#777' } }
  expect(series).toMatchObject([
    {},
    {},
    {
      data: [grey, grey, { itemStyle: { color: '#fff', borderColor: '#00f' } }],
      markPoint: { data: [{ itemStyle: { color: '#777' } }] },
    },
  ])
})
test('shares start at zero, a narrow mean does not', () => {
  expect(monthSeriesOption([point('2026-01', 5), point('2026-02', 9)], texts, colours).yAxis).toMatchObject({ min: 0 })
  const narrow = [point('2026-01', 4.2, { low: 4.1, high: 4.3 })]
  expect(monthSeriesOption(narrow, texts, colours).yAxis).not.toHaveProperty('min')
})
test('what the months are held against is a line of its own, where there is any', () => {
  const points = [point('2026-01', 5, { before: 4 }), point('2026-02', 6)]
  expect(monthSeriesOption(points, texts, colours).series).toMatchObject([{}, {}, {}, { data: [4, null] }])
  expect(monthSeriesOption([point('2026-01', 5)], texts, colours).series).toHaveLength(3)
})
test('a month that somebody wrote of is marked by a line', () => {
  const points = [point('2026-01', 5), point('2026-02', 6, { notes: ['новый порядок'] })]
  const { series } = monthSeriesOption(points, texts, colours)
  expect(series).toMatchObject([{}, {}, { markLine: { data: [{ xAxis: '2026-02' }] } }])
})
