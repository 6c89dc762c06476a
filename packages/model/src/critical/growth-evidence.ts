import { addMonths } from '../months/index.ts'
import {
  type Counted,
  cochranArmitage,
  type Excess,
  excessOverOwnVariation,
  newcombe,
  shareGreater,
  type Tested,
} from '../statistics/index.ts'
import { chanceOfRises } from './chance.ts'
import type { LittleDataReason, UncheckedNote } from './grade.ts'
import { lastMonths, type MonthShare, monthsUpTo } from './series.ts'

export type YearOnYear = {
  /** The last four months and the same four a year before, added up. */
  readonly now: Counted
  readonly before: Counted
  /** Proportions, not percent; with Newcombe's 95 % interval. */
  readonly difference: number
  readonly low: number
  readonly high: number
  /** One-sided p that the share has grown. */
  readonly p: number
}

export type GrowthEvidence = {
  /** Cochran–Armitage over the months of the run. */
  readonly trend: Tested | null
  /** The last month against the service's own variation in up to 22 months before the last four. */
  readonly excess: Excess | null
  readonly yearOnYear: YearOnYear | null
  /** Last share of the run over its first one, minus 1; null where the first is 0. */
  readonly relativeGrowth: number | null
  /** Chance of such a run in a series without a trend: 1 / (rises + 1)!. */
  readonly chance: number
}

export const leastRequests = 50
export const leastExpected = 5
export const leastHistory = 12
export const longestHistory = 22
/** The last months that are kept out of the history and compared with the same ones of last year, also under longer runs. */
const compared = 4

export const counted = ({ numerator, denominator }: MonthShare): Counted => ({ x: numerator, n: denominator })
export const isShare = ({ x, n }: Counted): boolean => x <= n

/** Four months added up, or undefined where one of them has no value. */
const fourMonths = (months: ReadonlyMap<string, MonthShare>, last: string): Counted | undefined =>
  lastMonths(months, last, compared)
    ?.map(counted)
    .reduce((sum, month) => ({ x: sum.x + month.x, n: sum.n + month.n }))

function compareWithLastYear(months: ReadonlyMap<string, MonthShare>, last: string): YearOnYear | null {
  const now = fourMonths(months, last)
  const before = fourMonths(months, addMonths(last, -12))
  if (!now || !before || !isShare(now) || !isShare(before)) return null
  return { now, before, ...newcombe(now, before), p: shareGreater(now, before)?.p ?? 1 }
}

function relativeGrowthOf(run: readonly MonthShare[]): number | null {
  const first = run[0]
  const last = run.at(-1)
  if (!first || !last || first.numerator === 0) return null
  return (last.numerator * first.denominator) / (last.denominator * first.numerator) - 1
}

/** The fewest cases, counted or not counted, that a month of the run would have at the run's common share. */
function fewestExpected(run: readonly Counted[]): number {
  const share = run.reduce((total, { x }) => total + x, 0) / run.reduce((total, { n }) => total + n, 0)
  return Math.min(...run.map(({ n }) => n * Math.min(share, 1 - share)))
}

/** What speaks for and against a run of rises, what is missing to judge it, and what could not be checked. */
export function weighGrowth(months: ReadonlyMap<string, MonthShare>, run: readonly MonthShare[]) {
  const last = run.at(-1)?.month ?? ''
  const samples = run.map(counted)
  const history = monthsUpTo(months, addMonths(last, -compared), longestHistory).map(counted)
  const judged = samples.at(-1)
  const excess = judged && history.length >= leastHistory ? (excessOverOwnVariation(history, judged) ?? null) : null
  const evidence: GrowthEvidence = {
    trend: samples.every(isShare) ? (cochranArmitage(samples) ?? null) : null,
    excess,
    yearOnYear: compareWithLastYear(months, last),
    relativeGrowth: relativeGrowthOf(run),
    chance: chanceOfRises(run.length - 1),
  }
  const missing: readonly (readonly [LittleDataReason, boolean])[] = [
    ['over_whole', !samples.every(isShare)],
    ['few_requests', samples.some(({ n }) => n < leastRequests)],
    ['few_expected', samples.every(isShare) && fewestExpected(samples) < leastExpected],
    ['short_history', history.length < leastHistory],
  ]
  const unchecked: readonly (readonly [UncheckedNote, boolean])[] = [
    ['no_variation', history.length >= leastHistory && excess === null],
    ['no_last_year', evidence.yearOnYear === null],
  ]
  return { evidence, reasons: holding(missing), notes: holding(unchecked) }
}

const holding = <Name>(all: readonly (readonly [Name, boolean])[]): Name[] =>
  all.filter(([, holds]) => holds).map(([name]) => name)
