import { BUILT_IN_CALENDAR, isWorkingDay } from '../../calendar/index.ts'
import { addDays, daysBetween, isWeekend } from '../../days/index.ts'
import { seededRandom } from '../../statistics/index.ts'
import { AGES, type DayCounts } from './counts.ts'
import { weekdayOfDay } from './past.ts'

/** A supplier of a simulation: how much it sends, how that varies, and what it consists of. */
export interface Supplier {
  readonly perDay: number
  /** Spread of days beyond chance, of the logarithm. */
  readonly noise: number
  readonly season: number
  /** Of the logarithm, over a year. */
  readonly growth: number
  /** Parts of a usual day on Saturday and on Sunday; 0: nothing is sent. */
  readonly weekend: readonly [number, number]
  /** Parts of the requests; every second office is closed on weekends. */
  readonly offices: readonly number[]
  readonly statuses: readonly number[]
  readonly repeats: number
  readonly unknown: number
  readonly late: number
  readonly ratings: number
}

export interface Chance {
  readonly uniform: () => number
  readonly normal: () => number
  readonly between: (low: number, high: number) => number
  readonly count: (mean: number) => number
}

export function chanceOf(seed: number): Chance {
  const uniform = seededRandom(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  const few = (mean: number) => {
    let count = -1
    for (let rest = 1; rest > Math.exp(-mean); rest *= uniform()) count++
    return count
  }
  return {
    uniform,
    normal,
    between: (low, high) => low + (high - low) * uniform(),
    count: (mean) => (mean > 40 ? Math.max(0, Math.round(mean + Math.sqrt(mean) * normal())) : few(mean)),
  }
}

function partsOf(count: number, chance: Chance): number[] {
  const weights = Array.from({ length: count }, (_, at) => chance.between(0.5, 1.5) / (at + 1) ** 0.8)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / all)
}

/** A supplier by chance: from a small settlement to a region, even or uneven, with weekends or without. */
export function supplierOf(chance: Chance, perDay = 10 ** chance.between(1, 4)): Supplier {
  const closed = chance.uniform() < 0.3
  return {
    perDay,
    noise: chance.between(0.04, 0.2),
    season: chance.between(0, 0.2),
    growth: chance.between(-0.2, 0.5),
    weekend: closed ? [0, 0] : [chance.between(0.2, 0.6), chance.between(0.1, 0.4)],
    offices: partsOf(Math.round(chance.between(2, 20)), chance),
    statuses: partsOf(Math.round(chance.between(6, 14)), chance),
    repeats: chance.between(0, 0.03),
    unknown: chance.between(0, 0.08),
    late: chance.between(0.02, 0.2),
    ratings: chance.between(0.02, 0.15),
  }
}

const isHoliday = (day: string) => !isWeekend(day) && !isWorkingDay(BUILT_IN_CALENDAR, day)

/** What of a usual working day there is: weekends, holidays, the bridge before and the backlog after them. */
function dayFactor({ weekend }: Supplier, day: string, chance: Chance): number {
  const weekday = weekdayOfDay(day)
  if (isHoliday(day)) return weekend[1] * chance.between(0.4, 1)
  if (weekday > 5) return isWorkingDay(BUILT_IN_CALENDAR, day) ? chance.between(0.6, 0.9) : (weekend[weekday - 6] ?? 0)
  const week = [1.1, 1.05, 1, 0.98, 0.85][weekday - 1] ?? 1
  if (isHoliday(addDays(day, 1))) return week * chance.between(0.6, 0.9)
  if (isHoliday(addDays(day, -1)) || isHoliday(addDays(day, -3))) return week * chance.between(1, 1.4)
  return week
}

/** The expected volume of every day from the first on. */
function levelOf({ season, growth, perDay }: Supplier, day: string, first: string): number {
  const years = (Date.parse(day) - Date.parse(first)) / 31_557_600_000
  return perDay * Math.exp(growth * years + season * Math.cos(2 * Math.PI * years))
}

function dayOf(supplier: Supplier, date: string, mean: number, chance: Chance): DayCounts {
  const weekend = weekdayOfDay(date) > 5
  const tally = (parts: readonly number[], all: number, open: (at: number) => boolean) =>
    Object.fromEntries(
      parts.flatMap((part, at) => {
        const count = open(at) ? chance.count(all * part * Math.exp(0.1 * chance.normal())) : 0
        return count > 0 ? [[String(at), count] as const] : []
      }),
    )
  const offices = tally(supplier.offices, mean, (at) => !weekend || at % 2 === 0)
  const statuses = tally(supplier.statuses, mean * 3, () => true)
  const sum = (of: Record<string, number>) => Object.values(of).reduce((a, b) => a + b, 0)
  const [requests, events, ratings] = [sum(offices), sum(statuses), chance.count(mean * supplier.ratings)]
  const part = (n: number, share: number) => Math.min(n, chance.count(n * share * Math.exp(0.3 * chance.normal())))
  const late = part(events, supplier.late)
  const ages = Array.from({ length: AGES }, (_, at) => (at === 0 ? events - late : Math.floor(late / (AGES - 1))))
  return {
    date,
    packages: 1,
    rows: { requests, events, ratings },
    repeats: part(requests + events, supplier.repeats),
    unknown: part(events, supplier.unknown),
    again: [],
    offices,
    statuses,
    ages,
  }
}

/** Every day that the supplier sends on, from the first to the last. */
export function honestDays(supplier: Supplier, first: string, last: string, chance: Chance): DayCounts[] {
  return daysBetween(first, last).flatMap((day) => {
    const factor = dayFactor(supplier, day, chance)
    if (factor === 0) return []
    const mean = levelOf(supplier, day, first) * factor * Math.exp(supplier.noise * chance.normal())
    return [dayOf(supplier, day, mean, chance)]
  })
}

const scaled = (of: Readonly<Record<string, number>>, by: number) =>
  Object.fromEntries(
    Object.entries(of)
      .map(([key, value]) => [key, Math.round(value * by)] as const)
      .filter(([, value]) => value > 0),
  )
const largest = (of: Readonly<Record<string, number>>): string =>
  Object.entries(of).reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0] as const)[0]
const without = (of: Readonly<Record<string, number>>, key: string) =>
  Object.fromEntries(Object.entries(of).filter(([other]) => other !== key))

/** What each silent failure makes of a day that would have been good. */
export const FAILURES: Readonly<Record<string, (day: DayCounts) => DayCounts | undefined>> = {
  no_file: () => undefined,
  empty: (day) => ({
    ...day,
    rows: { requests: 0, events: 0 },
    repeats: 0,
    unknown: 0,
    offices: {},
    statuses: {},
    ages: day.ages.map(() => 0),
  }),
  fewer_rows: (day) => ({
    ...day,
    rows: scaled(day.rows, 0.5),
    repeats: Math.round(day.repeats / 2),
    unknown: Math.round(day.unknown / 2),
    offices: scaled(day.offices, 0.5),
    statuses: scaled(day.statuses, 0.5),
    ages: day.ages.map((rows) => Math.round(rows / 2)),
  }),
  office_gone: (day) => {
    const gone = largest(day.offices)
    const requests = (day.rows.requests ?? 0) - (day.offices[gone] ?? 0)
    return { ...day, rows: { ...day.rows, requests }, offices: without(day.offices, gone) }
  },
  status_gone: (day) => {
    const gone = largest(day.statuses)
    const events = (day.rows.events ?? 0) - (day.statuses[gone] ?? 0)
    return { ...day, rows: { ...day.rows, events }, statuses: without(day.statuses, gone) }
  },
  old_file: (day) => ({
    ...day,
    rows: {},
    repeats: 0,
    unknown: 0,
    again: ['requests', 'events'],
    offices: {},
    statuses: {},
    ages: day.ages.map(() => 0),
  }),
  dates_stuck: (day) => ({
    ...day,
    ages: day.ages.map((_, at) => (at === 1 ? day.ages.reduce((a, b) => a + b, 0) : 0)),
  }),
  repeats: (day) => {
    const [requests, events] = [day.rows.requests ?? 0, day.rows.events ?? 0]
    return {
      ...day,
      rows: { ...day.rows, requests: 2 * requests, events: 2 * events },
      repeats: day.repeats + requests + events,
    }
  },
}
