import { INDICATORS } from '../indicators/index.ts'
import { addMonths, monthsTitle } from '../months/index.ts'
import { smoothedShares } from '../statistics/index.ts'
import { unchangedWithEarlySignalIn100 } from './chance.ts'
import type { Sentence } from './grade.ts'
import type { GrowthFigure, GrowthOptions } from './growth.ts'
import { counted, isShare, leastHistory, leastRequests, longestHistory } from './growth-evidence.ts'
import { type MonthShare, monthsUpTo, risingRun, withValues } from './series.ts'
import { distinctNumbers } from './words.ts'

/** An early sign: the share drifts above what is ordinary for the service, without a run of rises. */
export type EarlyGrowth = {
  readonly figure: GrowthFigure
  readonly month: string
  /** The months watched that have a value, oldest first. */
  readonly months: readonly MonthShare[]
  /** Proportions, not percent: the service's ordinary share, the smoothed one and the limit that it has passed. */
  readonly centre: number
  readonly smoothed: number
  readonly limit: number
  readonly sentence: Sentence
}

/**
 * Half a year: at a weight of 0.2 three quarters of what was before are forgotten by then, and watching longer would take
 * more history than 18 months before anything could be told.
 */
const watchedMonths = 6

/**
 * Looks for a slow growth that makes no run: the EWMA (weight 0.2, limit 2.7 σ) of the last six months above the service's
 * own variation in up to 22 months before them, σ from moving ranges. At 500 requests a month it finds a growth of 10 % a
 * month within half a year in 98 of 100 services, the literal rule in about half of them; 8–15 of 100 unchanged ones have
 * it in a year. Undefined where the literal rule fires itself, where the month has under 50 requests or no value, and with
 * under 12 months of history. It does not know the season.
 */
export function findEarlyGrowth(series: readonly MonthShare[], options: GrowthOptions): EarlyGrowth | undefined {
  const { figure, closedThrough: month, minRises = 3 } = options
  const all = withValues(series)
  const judged = all.get(month)
  if (!judged || judged.denominator < leastRequests || risingRun(all, month).length > minRises) return undefined
  const months = monthsUpTo(all, month, watchedMonths)
  const history = monthsUpTo(all, addMonths(month, -watchedMonths), longestHistory)
  const samples = { history: history.map(counted), watched: months.map(counted) }
  if (history.length < leastHistory || ![...samples.history, ...samples.watched].every(isShare)) return undefined
  const smoothed = smoothedShares(samples.history, samples.watched)
  if (!smoothed || smoothed.value <= smoothed.limit) return undefined
  const { centre, limit } = smoothed
  const found = { figure, month, months, centre, smoothed: smoothed.value, limit }
  return { ...found, sentence: earlySentence(found) }
}

function earlySentence({ figure, month, centre, smoothed, limit }: Omit<EarlyGrowth, 'sentence'>): Sentence {
  const first = addMonths(month, 1 - watchedMonths)
  const [ordinary, border, now] = distinctNumbers([centre, limit, smoothed].map((share) => 100 * share))
  return {
    key: 'growth.early',
    values: {
      figure,
      first,
      last: month,
      ordinary: ordinary ?? '',
      border: border ?? '',
      now: now ?? '',
      unchanged: unchangedWithEarlySignalIn100,
    },
    text:
      `${INDICATORS[figure].shortName} растёт без серии: сглаженная за полгода (${monthsTitle(first, month)}) – ${now} %, ` +
      `обычная для услуги – ${ordinary} %, граница обычных колебаний – ${border} %.`,
  }
}
