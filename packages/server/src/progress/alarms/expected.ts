import { expectedAlarms } from '@otklik/model/critical'
import { addMonths, monthsBetween } from '@otklik/model/months'
import { type Asked, filterOf } from '../indicators/rows.ts'
import type { ProgressDeps } from '../deps.ts'
import { closedThrough, monthsInData } from '../period.ts'
import type { Scope } from '../scope.ts'
import { reachesWholeService } from '../reach.ts'
import { isWatched, readSeries } from './series.ts'

/** How many closed months are judged: those of a year, so that a server that was off catches up. */
const judged = 12

/** The closed months that are judged, oldest first: a year up to the last closed month that has data; none without data. */
export async function judgedMonths(deps: Pick<ProgressDeps, 'ch' | 'today' | 'closesAfterDays'>): Promise<string[]> {
  // The same months for whoever looks: services are judged whole.
  const data = await monthsInData(deps.ch, 'everything')
  if (!data) return []
  const closed = closedThrough(deps.today(), deps.closesAfterDays)
  const last = data.to < closed ? data.to : closed
  const first = addMonths(last, 1 - judged)
  return monthsBetween(first > data.from ? first : data.from, last)
}

/**
 * How many alarms of growth chance alone would give in these judged months if nothing changed: 1/24 for each figure and
 * service in each month that ends four months with values. To be seen beside the number of alarms.
 */
export async function expectedByChance(
  deps: Scope,
  { service, authority }: Pick<Asked, 'service' | 'authority'>,
  months: readonly string[],
): Promise<number> {
  const last = months.at(-1)
  if (last === undefined) return 0
  const filter = await filterOf(deps, { service, authority })
  // Only services within reach whole, like the alarms.
  const whole = (await readSeries(deps.ch, last, filter)).filter((one) =>
    reachesWholeService(deps.requestReach, one.service),
  )
  const series = whole.flatMap(({ refusals, errors }) => [refusals, errors])
  const watched = series.map((one) => months.filter((month) => isWatched(one, month)).length)
  return expectedAlarms(watched.reduce((total, count) => total + count, 0))
}
