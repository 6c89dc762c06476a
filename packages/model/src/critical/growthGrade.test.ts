import { expect, it } from 'vitest'
import type { Grade } from './grade.ts'
import { gradeGrowth } from './growthGrade.ts'
import type { GrowthEvidence } from './growthEvidence.ts'

const counted = { x: 50, n: 1000 }
const evidence = (trend: number, excess: number, yearOnYear: number): GrowthEvidence => ({
  trend: { z: 0, p: trend },
  excess: { centre: 0.05, sigma: 0.01, excess },
  yearOnYear: { now: counted, before: counted, difference: 0, low: 0, high: 0, p: yearOnYear },
  relativeGrowth: 0,
  chance: 1 / 24,
})

it.each<[number, number, number, Grade]>([
  [0.049, 2.01, 0.049, 'confirmed'],
  [0.051, 2.01, 0.049, 'likely'],
  [0.049, 1.99, 0.049, 'maybe_chance'],
  [0.009, 1.99, 0.9, 'likely'],
  [0.011, 1.99, 0.9, 'maybe_chance'],
  [0.049, 2.01, 0.051, 'likely'],
])('trend p %f, %f σ, last year p %f: %s', (trend, excess, yearOnYear, grade) => {
  expect(gradeGrowth(evidence(trend, excess, yearOnYear), [])).toBe(grade)
  expect(gradeGrowth(evidence(trend, excess, yearOnYear), ['few_requests'])).toBe('little_data')
})
