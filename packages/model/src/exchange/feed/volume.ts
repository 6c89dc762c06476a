import type { DayCounts } from './counts.ts'
import { medianOf } from './order.ts'
import { type Past, type PastDay } from './past.ts'

/** How many rows of something a day should bring. */
export interface Expected {
  readonly mean: number
  /** Spread of days beyond chance, as a share of the mean. */
  readonly spread: number
}

/** The level is that of so many days before. */
const RECENT = 10
/** Every second day of the past is enough to tell how days differ from those before them. */
const EVERY = 2
const FEWEST_OF_WEEKDAY = 4
const LEAST_SPREAD = 0.05
/** The median of the squares of a standard normal. */
const MEDIAN_SQUARE = 0.4549
/** What the forecast itself is uncertain by: the medians of twelve weekdays and of ten days, as parts of a day's variance. */
const OF_FORECAST = Math.sqrt(1 + Math.PI / 2 / 12 + Math.PI / 2 / RECENT)

export type Measure = (counts: DayCounts) => number

interface Levelled {
  /** Log of the day over that of its weekday. */
  readonly over: number
  readonly value: number
}

/**
 * What a day should bring by the weekdays of the last twelve weeks and the level of the last ten days, on the log scale and by
 * medians, so that single bad days teach nothing. Undefined where the weekday brings nothing or is not known yet.
 * @param weekday 1 is Monday; a holiday is expected to be like a Sunday.
 */
export function expectedOf(past: Past, weekday: number, measure: Measure): Expected | undefined {
  const valueOf = ({ counts }: PastDay) => (counts ? measure(counts) : 0)
  const byWeekday = Map.groupBy(past.days, ({ weekday }) => weekday)
  const usual = new Map<number, number>()
  for (const [of, days] of byWeekday) {
    const middle = days.length >= FEWEST_OF_WEEKDAY ? medianOf(days.map(valueOf)) : 0
    if (middle > 0) usual.set(of, Math.log(middle + 0.5))
  }
  const own = usual.get(weekday)
  if (own === undefined) return undefined
  const levelled = past.days.flatMap((day): Levelled[] => {
    const base = usual.get(day.weekday)
    const value = valueOf(day)
    return base === undefined ? [] : [{ over: Math.log(value + 0.5) - base, value }]
  })
  const level = medianOf(levelled.slice(0, RECENT).map(({ over }) => over))
  return { mean: Math.max(0, Math.exp(own + level) - 0.5), spread: spreadOf(levelled) }
}

/** How days differed from the level before them, less what chance alone makes. */
function spreadOf(levelled: readonly Levelled[]): number {
  const squares: number[] = []
  for (let at = 0; at + RECENT < levelled.length; at += EVERY) {
    const level = medianOf(levelled.slice(at + 1, at + 1 + RECENT).map(({ over }) => over))
    squares.push(((levelled[at]?.over ?? 0) - level) ** 2)
  }
  if (squares.length === 0) return 1
  const chance = medianOf(levelled.map(({ value }) => 1 / Math.max(value, 1)))
  return Math.sqrt(Math.max(LEAST_SPREAD ** 2, medianOf(squares) / MEDIAN_SQUARE - chance))
}

/**
 * How far a count lies from what was expected, in standard deviations: negative is less. By the transform that makes the
 * variance μ + (spread·μ)² of an overdispersed count constant (Anscombe 1948); it is 2√y for rare things, a log for many.
 */
export function distance(value: number, { mean, spread }: Expected): number {
  const even = (count: number): number => (2 / spread) * Math.asinh(spread * Math.sqrt(count + 3 / 8))
  return (even(value) - even(mean)) / OF_FORECAST
}

/** Counts, both included. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** Where 99 of 100 days lie. */
export function intervalOf({ mean, spread }: Expected): Interval {
  const middle = Math.asinh(spread * Math.sqrt(mean + 3 / 8))
  const at = (z: number) => (Math.sinh(Math.max(0, middle + (z * OF_FORECAST * spread) / 2)) / spread) ** 2 - 3 / 8
  return { low: Math.max(0, Math.floor(at(-2.576))), high: Math.ceil(at(2.576)) }
}
