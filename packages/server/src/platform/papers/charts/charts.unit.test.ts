import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Chart } from '../blocks.ts'
import { CHARTS, LONG_NAME } from '../papers.fixture.ts'
import { altOf } from './alt.ts'
import { chartTable, isDrawn } from './chart-table.ts'
import { scaleOf } from './scale.ts'
import { folded } from './svg/folded.ts'
import { stretches } from './svg/lines.ts'
import { chartSvg } from './svg/picture.ts'

const [lines, bars] = CHARTS as [Chart, Chart]

describe('an axis', () => {
  test.each([
    [[4.2, 3.9, 4.8], true, [0, 2, 4, 6], 0],
    [[12.4, 13.1, 8.1], false, [8, 10, 12, 14], 0],
    [[0.8, 0.6], true, [0, 0.2, 0.4, 0.6, 0.8], 1],
    [[5, 5], true, [0, 2, 4, 6], 0],
    [[0, 0], true, [0, 0.25, 0.5, 0.75, 1].slice(0, 2), 2],
    [[-3, 4], true, [-4, -2, 0, 2, 4], 0],
  ])('for %j', (values, fromZero, ticks, digits) => {
    const scale = scaleOf(values, fromZero)
    expect(scale.ticks).toEqual(ticks)
    expect(scale.digits).toBe(digits)
  })
  test('holds every value between few round ticks', () => {
    const value = fc.integer({ min: -1e9, max: 1e9 }).map((thousandths) => thousandths / 1000)
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), fc.boolean(), (values, fromZero) => {
        const { low, high, ticks } = scaleOf(values, fromZero)
        expect(low).toBeLessThanOrEqual(Math.min(...values) + 1e-6 * Math.abs(low))
        expect(high).toBeGreaterThanOrEqual(Math.max(...values) - 1e-6 * Math.abs(high))
        expect(ticks.length).toBeLessThanOrEqual(8)
        expect(low).toBeLessThan(high)
      }),
    )
  })
})

test('a line is broken where a value is missing', () => {
  expect(stretches([1, 2, null, 3, null])).toEqual([
    [
      [0, 1],
      [1, 2],
    ],
    [[3, 3]],
  ])
})

test('a name is folded between words, and says where it is cut', () => {
  expect(folded('Вежливость и компетентность', 13, 3)).toEqual(['Вежливость и', 'компетентнос…'])
  const cut = folded(LONG_NAME, 30, 2)
  expect(cut).toHaveLength(2)
  expect(cut[1]).toMatch(/…$/)
  expect(Math.max(...cut.map((line) => line.length))).toBeLessThanOrEqual(30)
})

describe('a chart', () => {
  test('tells its series apart without colour', () => {
    const [drawnBars, drawnLines] = [chartSvg(bars, 165), chartSvg(lines, 165)]
    expect(drawnBars).toContain('fill="url(#wdUpDiag)"')
    expect(drawnLines.match(/stroke-dasharray="(5 3|1.5 2.5)"/g)).not.toBeNull()
    const colours = `${drawnBars}${drawnLines}`.match(/#[0-9a-f]{3,6}\b/gi) ?? []
    // Grey has three equal parts.
    for (const colour of colours) expect(colour).toMatch(/^#(([0-9a-f]{2})\2\2|([0-9a-f])\3\3|wd.*)$/i)
  })
  test('shows intervals, and «нет данных» in the place of a bar', () => {
    expect(chartSvg(lines, 165)).toContain('<line')
    expect(chartSvg(bars, 165)).toContain('нет данных')
  })
  test('takes a text for nothing but a text', () => {
    const evil = chartSvg({ ...bars, categories: ['<script>"&', 'б', 'в', 'г'] }, 165)
    expect(evil).toContain('&lt;script&gt;&quot;&amp;')
    expect(evil).not.toContain('<script>')
  })
  test('has its figures beside it, and says them to those who do not see it', () => {
    const { columns, rows } = chartTable(lines)
    expect(columns.map(({ title }) => title)).toEqual([
      'Месяц',
      'Зачисление в школу',
      '95 % интервал',
      'Отдых и оздоровление',
      'В среднем',
    ])
    expect(rows[3]).toEqual({
      category: 'апр',
      value0: null,
      interval0: null,
      value1: 6.1,
      interval1: null,
      value2: 7.1,
      interval2: null,
    })
    expect(altOf(bars)).toBe(
      'Столбчатая диаграмма. Оценки по критериям. II кв. 2026: Время предоставления – 4,21 балл; Время ожидания в очереди – 3,90 балл; Вежливость и компетентность сотрудников, взаимодействующих с заявителем – 4,80 балл; Комфортность условий – нет данных. I кв. 2026: Время предоставления – 4,10 балл; Время ожидания в очереди – 4,05 балл; Вежливость и компетентность сотрудников, взаимодействующих с заявителем – 4,70 балл; Комфортность условий – 4,40 балл.',
    )
    expect(altOf(lines)).toContain('март – 9,2 %')
  })
  test('without a value is none', () => {
    expect(isDrawn({ ...bars, series: [{ name: 'а', values: [null] }] })).toBe(false)
    expect(isDrawn(bars)).toBe(true)
  })
})
