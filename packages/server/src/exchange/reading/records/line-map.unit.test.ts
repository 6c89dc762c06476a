import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAll, sourceOf } from '../reading.fixture.ts'
import { LineMap } from './line-map.ts'

test('a row begins where it was said to, or as far from the row before as rows are', () => {
  const heights = fc.array(fc.record({ lines: fc.integer({ min: 1, max: 4 }), blank: fc.integer({ min: 0, max: 2 }) }))
  fc.assert(
    fc.property(heights, fc.integer({ min: 1, max: 9 }), (rows, first) => {
      const map = new LineMap()
      let line = first
      const begins = rows.map(({ lines, blank }, i) => {
        const at = line + blank
        map.note(i + 1, at)
        line = at + lines
        return at
      })
      expect(begins.map((_, i) => map.lineOf(i + 1))).toEqual(begins)
      if (rows.length > 0) expect(map.lineOf(rows.length + 5)).toBe((begins.at(-1) ?? 0) + 5)
    }),
  )
})

test('lines are counted through titles, cells of several lines, blank lines and chunks', async () => {
  const rows = Array.from({ length: 200 }, (_, i) =>
    i % 3 === 0 ? `${i};"a\nb"` : i % 7 === 0 ? `\n${i};c` : `${i};c`,
  )
  const text = `sep=;\n\nЗаголовок\nrequest_id;accepted_at\n${rows.join('\n')}\n`
  const lines = text.split('\n')
  for (const chunkBytes of [64, 1 << 20]) {
    const { result } = await readAll(sourceOf(text), { chunkBytes })
    expect(result).toMatchObject({ rows: 200, header: { line: 4, skipped: ['Заголовок'], sepLine: 'sep=;' } })
    for (const row of rows.keys())
      expect([row, lines[result.lines.lineOf(row + 1) - 1]]).toEqual([row, rows[row]?.trim().split('\n')[0]])
  }
})
