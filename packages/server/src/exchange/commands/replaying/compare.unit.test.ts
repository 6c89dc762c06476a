import { describe, expect, test } from 'vitest'
import { compareReplays } from './compare.ts'
import type { Replayed } from './record.ts'
import { dayInName } from './replay-folder.ts'

const one: Replayed = {
  date: '2026-03-12',
  verdict: 'partly',
  totals: { read: 10, accepted: 8, quarantined: 2, dropped: 0 },
  codes: { bad_date: 2 },
  refused: [],
  ms: 200,
}

describe('two replays', () => {
  test('the first has nothing to be compared with', () => {
    const { lines, changed } = compareReplays(undefined, { а: one, б: { ...one, verdict: 'accepted' } })
    expect(changed).toBe(false)
    expect(lines).toEqual([
      'Пакетов 2, время 0,4 с: принят частично 1, принят 1. Прошлой проверки нет, сравнить не с чем.',
    ])
  })

  test('that came out alike say so, whatever small time they took', () => {
    const { lines, changed } = compareReplays({ а: one }, { а: { ...one, ms: 900 } })
    expect([changed, lines]).toEqual([false, ['Пакетов 1, время 0,9 с (было 0,2 с): всё как в прошлый раз.']])
  })

  test('tell verdicts, sums, codes, refusals and time that changed', () => {
    const now: Replayed = {
      ...one,
      verdict: 'refused',
      totals: { read: 0, accepted: 0, quarantined: 0, dropped: 0 },
      codes: { title_rows: 1 },
      refused: ['missing_column'],
      ms: 5000,
    }
    const { lines, changed } = compareReplays({ а: one, б: one }, { а: now, б: one })
    expect(changed).toBe(true)
    expect(lines[0]).toBe(
      '  а: принят частично → не принят; прочитано 10 → 0; принято 8 → 0; отложено 2 → 0; отказы нет → missing_column; ' +
        'bad_date 2 → 0; title_rows 0 → 1; время 0,2 с → 5,0 с',
    )
    expect(lines.at(-1)).toContain('изменилось 1')
  })

  test('tell packages that came and went', () => {
    const { lines, changed } = compareReplays({ а: one }, { б: one })
    expect(changed).toBe(true)
    expect(lines.slice(0, 2)).toEqual(['  б: новый, принят частично', '  а: был в прошлый раз, теперь его нет'])
  })
})

test.each([
  ['2026-11-20', '2026-11-20'],
  ['mfc_20261120.zip', '2026-11-20'],
  ['день-2026-03-01-з', '2026-03-01'],
  ['20261340', undefined],
  ['3120261120', undefined],
  ['пакет', undefined],
])('the day of %s is %s', (name, day) => expect(dayInName(name)).toBe(day))
