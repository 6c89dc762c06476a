import { expect, it } from 'vitest'
import type { Grade } from './grade.ts'
import { gradeGrowth } from './growth-grade.ts'
import type { GrowthEvidence } from './growth-evidence.ts'

const counted = { x: 50, n: 1000 }
const evidence = (trend: number | null, excess: number | null, yearOnYear: number | null): GrowthEvidence => ({
  trend: trend === null ? null : { z: 0, p: trend },
  excess: excess === null ? null : { centre: 0.05, sigma: 0.01, excess },
  yearOnYear:
    yearOnYear === null ? null : { now: counted, before: counted, difference: 0, low: 0, high: 0, p: yearOnYear },
  relativeGrowth: 0,
  chance: 1 / 24,
})

it.each<[number | null, number | null, number | null, Grade]>([
  [0.049, 2.01, 0.049, 'confirmed'],
  [0.051, 2.01, 0.049, 'likely'],
  [0.049, 1.99, 0.049, 'maybe_chance'],
  [0.009, 1.99, 0.9, 'likely'],
  [0.011, 1.99, 0.9, 'maybe_chance'],
  [0.049, 2.01, 0.051, 'likely'],
  // What could not be computed takes nothing away, but the trend and one of the others have to be there.
  [0.049, 2.01, null, 'confirmed'],
  [0.049, null, 0.049, 'confirmed'],
  [0.049, null, 0.051, 'maybe_chance'],
  [0.009, null, null, 'likely'],
  [0.049, null, null, 'maybe_chance'],
  [null, 2.01, 0.049, 'likely'],
  [null, null, 0.049, 'maybe_chance'],
])('trend p %s, %s σ, last year p %s: %s', (trend, excess, yearOnYear, grade) => {
  expect(gradeGrowth(evidence(trend, excess, yearOnYear), [])).toBe(grade)
  expect(gradeGrowth(evidence(trend, excess, yearOnYear), ['few_requests'])).toBe('little_data')
})
