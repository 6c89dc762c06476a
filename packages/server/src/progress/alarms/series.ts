import type { MonthRatings, MonthShare } from '@otklik/model/critical'
import { INDICATORS, type ShareKey } from '@otklik/model/indicators'
import { addMonths } from '@otklik/model/months'
import { type Counts, ratingSample } from '../cube/counts.ts'
import { countSlices } from '../cube/count-slices.ts'
import type { Reader } from '../executor.ts'
import type { Filter } from '../filter.ts'

/** The months of one service, each figure as the rules of critical values take it. */
export interface ServiceSeries {
  readonly service: string
  readonly refusals: readonly MonthShare[]
  readonly errors: readonly MonthShare[]
  readonly csi: readonly MonthRatings[]
}

/** Everything counted of every service up to the month, service by service. */
export async function readSeries(ch: Reader, to: string, filter: Filter): Promise<ServiceSeries[]> {
  const services = new Map<string, { month: string; counts: Counts }[]>()
  for (const { slice, counts } of await countSlices(ch, { ...filter, to }, ['service', 'month'])) {
    const { service = '', month = '' } = slice
    services.set(service, [...(services.get(service) ?? []), { month, counts }])
  }
  return [...services].map(([service, months]) => ({
    service,
    refusals: sharesOf(months, 'refusals'),
    errors: sharesOf(months, 'errors'),
    csi: months.map(({ month, counts }) => ratingsOf(month, counts)).toSorted((a, b) => (a.month < b.month ? -1 : 1)),
  }))
}

function sharesOf(months: readonly { month: string; counts: Counts }[], figure: ShareKey): MonthShare[] {
  const { numerator, denominator } = INDICATORS[figure]
  return months.map(({ month, counts }) => ({
    month,
    numerator: counts[numerator.key],
    denominator: counts[denominator.key],
  }))
}

function ratingsOf(month: string, counts: Counts): MonthRatings {
  const { n, mean, sd } = ratingSample(counts)
  return { month, n, mean: mean ?? 0, sd: sd ?? 0 }
}

/** Whether the literal rule of growth could fire in the month: it and the three months before it have values. */
export function isWatched(series: readonly MonthShare[], month: string): boolean {
  const valued = new Set(series.filter(({ denominator }) => denominator > 0).map((one) => one.month))
  return [0, -1, -2, -3].every((back) => valued.has(addMonths(month, back)))
}
