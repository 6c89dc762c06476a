import { expect, test } from 'vitest'
import { BUILT_IN_CALENDAR } from '../../calendar/index.ts'
import { addDays, daysBetween } from '../../days/index.ts'
import type { DayCounts } from './counts.ts'
import { dayMarks } from './day-marks.ts'
import { chanceOf, FAILURES, honestDays, supplierOf } from './feed.fixture.ts'
import { feedOf, feedRules } from './feed.ts'
import type { Finding } from './finding.ts'

const { judge } = feedRules(BUILT_IN_CALENDAR)
const markOf = dayMarks(BUILT_IN_CALENDAR)
const [BEGINS, ENDS] = ['2025-01-01', '2026-10-31']
const YEAR = daysBetween('2025-11-01', ENDS)

function yearOf(seed: number, perDay?: number): DayCounts[] {
  const chance = chanceOf(seed)
  return honestDays(supplierOf(chance, perDay), BEGINS, ENDS, chance)
}

/** Words of a year: what is found on one day after another is one word. */
function wordsOf(days: readonly DayCounts[]): string[] {
  const feed = feedOf(days)
  let before = new Set<string>()
  return YEAR.flatMap((date) => {
    const found = feed ? judge(feed, date, true) : []
    const now = new Set(found.map(({ code, about = '' }) => `${code} ${about}`))
    const begun = [...now].filter((word) => !before.has(word))
    before = now
    return begun.map((word) => `${date} ${word}`)
  })
}

test('honest years are told of at most once by supplier and year on average', () => {
  const suppliers = 16
  const words = Array.from({ length: suppliers }, (_, seed) => wordsOf(yearOf(seed + 1)))
  const each = words.map(({ length }) => length)
  const rate = each.reduce((a, b) => a + b, 0) / suppliers
  const kinds = Object.entries(Object.groupBy(words.flat(), (word) => word.split(' ')[1] ?? '')).map(
    ([code, all]) => `${code} ${all?.length}`,
  )
  process.stdout.write(
    `false words per supplier and year: ${rate.toFixed(2)}, at most ${Math.max(...each)} (${kinds.join(', ')})\n`,
  )
  expect(rate).toBeLessThanOrEqual(1)
})

const volumes = [20, 200, 2000]
const sent = new Map(
  volumes.map((perDay) => [perDay, Array.from({ length: 25 }, (_, at) => yearOf(1000 + at, perDay))]),
)

/** What the day of a failure is told as. */
function found(days: readonly DayCounts[], date: string, spoil: (day: DayCounts) => DayCounts | undefined): Finding[] {
  const spoilt = days.flatMap((day) => (day.date === date ? (spoil(day) ?? []) : day.date < date ? day : []))
  const feed = feedOf(spoilt)
  return feed ? judge(feed, date, true) : []
}

test.each(Object.entries(FAILURES))('%s is told the same day', (code, spoil) => {
  const shareOf = (perDay: number) => {
    const told = (sent.get(perDay) ?? []).map((days, seed) => {
      const usual = days.filter(({ date }) => date > '2026-02-01' && markOf(date) === 'usual')
      const date = usual[(seed * 37) % usual.length]?.date ?? addDays(ENDS, -1)
      return found(days, date, spoil).some((finding) => finding.code === code)
    })
    return told.filter(Boolean).length / told.length
  }
  const shares = volumes.map(shareOf)
  process.stdout.write(
    `${code} found: ${shares.map((share) => `${Math.round(100 * share)} %`).join(', ')} (20, 200, 2,000 requests a day)\n`,
  )
  expect(shares.at(-1)).toBeGreaterThanOrEqual(0.75)
})
