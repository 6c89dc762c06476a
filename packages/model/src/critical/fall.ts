import { addMonths, monthsBetween } from '../months/index.ts'
import { fallByChance, leastForMeanInterval, meanInterval, pool, type Sample } from '../statistics/index.ts'
import { fallSentence } from './fall-sentence.ts'
import type { Grade, LittleDataReason, Sentence } from './grade.ts'

/** One month of ratings: number, mean on 1–5, standard deviation (divisor n − 1). */
export type MonthRatings = Sample & { readonly month: string }
/** What the CSI is compared with. A chosen number has neither sample nor months. */
export type FallBase = {
  readonly mean: number
  readonly n?: number
  readonly sd?: number
  readonly months: readonly string[]
}

/** The month's ratings with those of months before it, added until there were 30. */
export type PooledRatings = Sample & {
  /** Oldest first; the month judged is the last. */
  readonly months: readonly string[]
  /** Whether the rule holds of them too. */
  readonly falls: boolean
}

export type Fall = {
  /** An observation is a fall by the rule on too few ratings to raise an alarm. */
  readonly kind: 'alarm' | 'observation'
  readonly figure: 'csi'
  readonly month: string
  readonly base: FallBase
  /** The ratings of the month: their mean is what the rule is asked of. */
  readonly now: Sample
  /** Evidence where the month has under 30 ratings and there are earlier ones; never what the rule is asked of. */
  readonly pooled: PooledRatings | null
  /** (base − now) / base. */
  readonly relativeFall: number
  /** base − now in «балл», and the same in points of 100, the scale starting at 1. */
  readonly points: number
  readonly normalisedPoints: number
  /** Which ratings the interval, p and the grade are of. */
  readonly gradedOn: 'month' | 'pooled'
  /** 95 % t interval of the mean of those ratings. */
  readonly low: number | null
  readonly high: number | null
  /** One-sided p that there was no fall at all. */
  readonly p: number | null
  readonly grade: Grade
  readonly reasons: readonly LittleDataReason[]
  readonly sentence: Sentence
}

export type FallOptions = {
  readonly base: FallBase
  /** The last closed month: it is judged. */
  readonly closedThrough: string
  /** Earliest month that may be added where ratings are few; by default the one after the base, a year back at most. */
  readonly since?: string
}

/** Under so many ratings no alarm is raised: most unchanged services would have one within a year. */
export const leastForFallAlarm = 20
const fallShare = 0.2

/**
 * The default base: all ratings of the three closed months before the month in which the certificate was issued, each
 * rating weighing the same. Undefined where there are none.
 */
export function fallBase(series: readonly MonthRatings[], certificateMonth: string): FallBase | undefined {
  const wanted = monthsBetween(addMonths(certificateMonth, -3), addMonths(certificateMonth, -1))
  const used = series.filter(({ month, n }) => wanted.includes(month) && n > 0)
  const sample = pool(used)
  return sample && { ...sample, months: used.map(({ month }) => month).toSorted() }
}

/** (base − now) / base ≥ 0.20, with room for the last digits of floating point: 3.6 of 4.5 is a fall. */
const isFall = (base: number, now: number): boolean => base - now >= fallShare * base - 1e-9

/** The month's ratings with those of months before it, as many as it takes to have 30, as far back as allowed. */
function gather(series: readonly MonthRatings[], last: MonthRatings, base: number, since: string) {
  const earlier = series.filter(({ month, n }) => n > 0 && month >= since && month < last.month)
  const used: MonthRatings[] = [last]
  for (const month of earlier.toSorted((a, b) => (a.month < b.month ? 1 : -1))) {
    if (used.reduce((total, { n }) => total + n, 0) >= leastForMeanInterval) break
    used.unshift(month)
  }
  const sample = used.length > 1 ? pool(used) : undefined
  return sample ? { ...sample, months: used.map(({ month }) => month), falls: isFall(base, sample.mean) } : null
}

/**
 * The ratings that the grade is of: the month's where there are 30, else the pooled ones where they fall too and are 30.
 * Where neither is so, the month's, which are too few.
 */
function graded(now: Sample, pooled: PooledRatings | null) {
  const byPooled = now.n < leastForMeanInterval && pooled?.falls && pooled.n >= leastForMeanInterval
  return byPooled ? ({ gradedOn: 'pooled', sample: pooled } as const) : ({ gradedOn: 'month', sample: now } as const)
}

function weigh(now: Sample, base: FallBase): Pick<Fall, 'low' | 'high' | 'p' | 'reasons' | 'grade'> {
  const interval = meanInterval(now.n, now.mean, now.sd)
  const p = fallByChance(now, base) ?? null
  const reasons: LittleDataReason[] =
    interval.note === 'little_data' ? ['few_ratings'] : interval.note === 'no_spread' ? ['no_spread'] : []
  const wholly = interval.high !== null && interval.high < (1 - fallShare) * base.mean
  const judged: Grade = wholly ? 'confirmed' : p !== null && p < 0.05 ? 'likely' : 'maybe_chance'
  return {
    low: interval.low,
    high: interval.high,
    p,
    reasons,
    grade: reasons.length > 0 ? 'little_data' : judged,
  }
}

/** Twenty ratings of the month itself, or of months together that fell by the rule as well. */
const isAlarm = (now: Sample, pooled: PooledRatings | null): boolean =>
  now.n >= leastForFallAlarm || (pooled !== null && pooled.falls && pooled.n >= leastForFallAlarm)

/**
 * Looks for a fall of the CSI by 20 % or more from the base (правила сертификации, приложение № 2) in the last closed
 * month. The literal rule is asked of the month's own mean and alone decides whether there is anything to tell. It is an
 * alarm where at least 20 ratings say so, of the month or of it and months before it together; else an observation,
 * because on fewer most unchanged services would alarm within a year. The grade: `confirmed` where the whole interval lies
 * below 0.8 of the base, `likely` where at least the fall itself is significant. Undefined where there is no rating in the
 * month or no such fall.
 */
export function findFall(series: readonly MonthRatings[], options: FallOptions): Fall | undefined {
  const { base, closedThrough: month } = options
  const last = series.find((sample) => sample.month === month && sample.n > 0)
  if (!last || !isFall(base.mean, last.mean)) return undefined
  const { n, mean, sd } = last
  const now = { n, mean, sd }
  const pooled =
    n < leastForMeanInterval ? gather(series, last, base.mean, options.since ?? earliest(base, month)) : null
  const { gradedOn, sample } = graded(now, pooled)
  const points = base.mean - mean
  const found = {
    kind: isAlarm(now, pooled) ? 'alarm' : 'observation',
    figure: 'csi',
    month,
    base,
    now,
    pooled,
    points,
    relativeFall: points / base.mean,
    normalisedPoints: points * 25,
    gradedOn,
    ...weigh(sample, base),
  } as const
  return { ...found, sentence: fallSentence(found) }
}

/** The month after the base, a year back at most: a fall must not be mixed with what it is measured from. */
function earliest(base: FallBase, month: string): string {
  const lastOfBase = base.months.toSorted().at(-1)
  const yearBack = addMonths(month, -11)
  const afterBase = lastOfBase === undefined ? '' : addMonths(lastOfBase, 1)
  return afterBase > yearBack ? afterBase : yearBack
}
