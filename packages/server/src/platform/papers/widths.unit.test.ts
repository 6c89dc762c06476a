import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PaperColumn } from './columns.ts'
import { fitColumns, isDivided } from './widths.ts'

const text = (title: string): PaperColumn => ({ key: title, title })
const number = (title: string): PaperColumn => ({ key: title, title, type: 'number' })
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

test('columns fill the page, whatever stands in them', () => {
  const cells = fc.array(fc.string({ maxLength: 200 }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(cells, { maxLength: 20 }), fc.string({ maxLength: 40 }), (rows, title) => {
      const { widths } = fitColumns([text(title), number('Доля'), text('Орган')], rows, 165)
      expect(sum(widths)).toBeCloseTo(165, 6)
      expect(Math.min(...widths)).toBeGreaterThan(0)
    }),
  )
})

test('a long text gets what short ones leave', () => {
  const { size, widths } = fitColumns(
    [number('№'), text('Услуга'), number('Доля')],
    [['1', 'слово '.repeat(30), '12,4']],
    165,
  )
  expect(size).toBe(10)
  expect(widths[1]).toBeGreaterThan(120)
})

test('numbers are never narrower than they are, and letters shrink before they are parted', () => {
  const columns = Array.from({ length: 16 }, (_, at) => number(String(at)))
  const { size, widths } = fitColumns(columns, [columns.map(() => '1 234 567')], 257)
  expect(size).toBeLessThan(10)
  for (const width of widths) expect(width).toBeGreaterThan(9 * size * 0.18)
})

test('more than fits is shared out in proportion', () => {
  const columns = Array.from({ length: 60 }, (_, at) => number(String(at)))
  const { size, widths } = fitColumns(columns, [columns.map(() => '1 234 567')], 165)
  expect([size, sum(widths)]).toEqual([7, expect.closeTo(165, 6)])
})

test('a width that is asked for is kept', () => {
  const columns = [
    { ...text('Примечание'), width: 40 },
    { ...text('Прочее'), width: 125 },
  ]
  expect(fitColumns(columns, [['а', 'б']], 165).widths).toEqual([40, 125])
})

test('only long words are divided', () => {
  expect([isDivided('Доля отказов, %'), isDivided('клиентоцентричности')]).toEqual([false, true])
})
