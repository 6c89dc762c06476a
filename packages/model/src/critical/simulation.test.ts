import { beforeAll, describe, expect, it } from 'vitest'
import { addMonths } from '../months/index.ts'
import { findGrowth, type Grade, type MonthShare } from './index.ts'
import { binomial } from './simulation.fixture.ts'
import { seededRandom } from '../statistics/index.ts'

const services = 1200
const history = 26
const months = history + 12
const first = '2020-01'

/** Services whose true share never changes, 5 %; about 500 decisions a month, as real months are never equal. */
function unchangedService(random: () => number, table: ReadonlyMap<number, number[]>): MonthShare[] {
  return Array.from({ length: months }, (_, at) => {
    const denominator = 450 + Math.floor(random() * 101)
    const drawn = random()
    const numerator = table.get(denominator)?.findIndex((probability) => drawn < probability) ?? -1
    return { month: addMonths(first, at), numerator: Math.max(0, numerator), denominator }
  })
}

/** Grades of the alarms of a service's last 12 months, and of its observations. */
function alarmsOfYear(series: readonly MonthShare[]) {
  const found = Array.from({ length: 12 }, (_, at) =>
    findGrowth(series, { figure: 'refusals', closedThrough: addMonths(first, history + at) }),
  ).filter((growth) => growth !== undefined)
  return { grades: found.filter(({ kind }) => kind === 'alarm').map(({ grade }) => grade), any: found.length > 0 }
}

describe('services without any change, a year of months of about 500 decisions', () => {
  let series: MonthShare[][] = []
  let years: { grades: Grade[]; any: boolean }[] = []
  beforeAll(() => {
    const random = seededRandom(20_260_522)
    const table = new Map(Array.from({ length: 101 }, (_, at) => [450 + at, binomial(450 + at, 0.05)]))
    series = Array.from({ length: services }, () => unchangedService(random, table))
    years = series.map(alarmsOfYear)
  })
  const percent = (holds: (year: { grades: Grade[]; any: boolean }) => boolean): number =>
    (100 * years.filter(holds).length) / services

  it('alarm by the literal rule at 36 of 100', () => {
    expect(percent(({ grades }) => grades.length > 0)).toBeGreaterThan(32)
    expect(percent(({ grades }) => grades.length > 0)).toBeLessThan(40)
  })

  it('rise twice in a row at 89 of 100', () => {
    expect(percent(({ any }) => any)).toBeGreaterThan(85)
    expect(percent(({ any }) => any)).toBeLessThan(93)
  })

  it('are called confirmed at 3 of 100 or fewer', () =>
    expect(percent(({ grades }) => grades.includes('confirmed'))).toBeLessThanOrEqual(3))

  it('are called likely at 15 of 100 or fewer', () =>
    expect(percent(({ grades }) => grades.includes('likely'))).toBeLessThanOrEqual(15))

  it('are called confirmed at 6 of 100 or fewer where last year has gaps and the season cannot be checked', () => {
    // The same four months of last year lack one of these, whichever month is judged.
    const gaps = new Set([14, 18, 22].map((at) => addMonths(first, at)))
    const gapped = series.map((service) => alarmsOfYear(service.filter(({ month }) => !gaps.has(month))))
    const confirmed = gapped.filter(({ grades }) => grades.includes('confirmed')).length
    expect((100 * confirmed) / services).toBeLessThanOrEqual(6)
    expect(gapped.some(({ grades }) => grades.includes('little_data'))).toBe(false)
  })

  it('never lack data', () => expect(percent(({ grades }) => grades.includes('little_data'))).toBe(0))
})
