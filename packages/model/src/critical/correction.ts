import { formatNumber } from '../indicators/index.ts'
import { benjaminiHochberg, cochranArmitage } from '../statistics/index.ts'
import type { EvidenceLine } from './grade.ts'
import { lastMonths, type MonthShare, withValues } from './series.ts'
import { pValue } from './words.ts'

/** How many of the trends that remain may be chance, on average. */
export const falseDiscoveryRate = 0.05

export type CorrectedTrend = {
  /** One-sided p of the trend over the last four months. */
  readonly p: number
  /** Whether the trend stays significant among all that were looked at in the month. */
  readonly remains: boolean
}

/**
 * The trends of a month, corrected for having looked at so many at once (Benjamini and Hochberg), in the order given. The
 * family is every series that the rule of growth was asked of in that month: each service's refusals and each one's errors
 * with a value in the month and in the three before it, whether the rule fired or not. Undefined for the others.
 *
 * p is Cochran and Armitage's over these four months, under a longer run too: a p over as many months as happened to rise
 * would be chosen by what it tests. Where none can be computed it is 1, for the series was looked at all the same. It counts
 * the chance of a binomial alone; the service's own variation is the grade's to judge. Falls of the CSI are no part of the
 * family: they are measured from a base and guarded by the number of their ratings.
 */
export function correctTrends(
  series: readonly (readonly MonthShare[])[],
  month: string,
): (CorrectedTrend | undefined)[] {
  const trends = series.map((one) => trendOf(one, month))
  const judged = trends.filter((p) => p !== undefined)
  const adjusted = benjaminiHochberg(judged)[Symbol.iterator]()
  return trends.map((p) => {
    if (p === undefined) return undefined
    const { value = 1 } = adjusted.next()
    return { p, remains: value <= falseDiscoveryRate }
  })
}

function trendOf(series: readonly MonthShare[], month: string): number | undefined {
  const samples = lastMonths(withValues(series), month)?.map(({ numerator, denominator }) => ({
    x: numerator,
    n: denominator,
  }))
  if (!samples) return undefined
  return samples.every(({ x, n }) => x <= n) ? (cochranArmitage(samples)?.p ?? 1) : 1
}

/** What the correction says of one alarm. */
export const describeCorrection = ({ p, remains }: CorrectedTrend): EvidenceLine => ({
  name: 'Поправка на число проверок',
  value: remains ? 'рост остаётся значимым' : 'рост не значим',
  explanation:
    `Тенденция последних четырёх месяцев, p ${pValue(p)}, среди всех услуг и долей, проверенных за этот месяц ` +
    `(метод Бенджамини – Хохберга): из значимых случайны в среднем не больше ${formatNumber(100 * falseDiscoveryRate, 0)} %. ` +
    'Собственные колебания услуги здесь не учтены.',
})
