import type { AlarmGrade, Figure, RankedService } from '@otklik/model/progress/api'
import { INDICATORS, isMean, readingOf } from '@otklik/model/indicators'
import { comparedWith, monthsBetween } from '@otklik/model/months'
import { openGrades } from '../cases/read.ts'
import { add, type Counts, nothing, ratingSample } from '../cube/counts.ts'
import { countSlices, type Slice } from '../cube/count-slices.ts'
import { type Asked, filterOf, indicatorRow } from '../indicators/rows.ts'
import { closedThrough, monthsInData, type Period, recentPeriod } from '../period.ts'
import type { ServiceFacts } from '../ports.ts'
import type { Scope } from '../scope.ts'
import { meanPrior, type Prior, sharePrior, shrink } from './shrink.ts'

export interface Ranking {
  period: Period
  /** The one that `previous` of each row is of. */
  previous: Period
  /** Over all cases of all services asked for: percent, or points of 1–5. */
  mean: number | null
  rows: RankedService[]
}

/** Services by a figure, worst first, in the order of their expected values (empirical Bayes): see `shrink.ts`. */
export async function rankServices(deps: Scope, asked: Asked, figure: Figure): Promise<Ranking> {
  const today = deps.today()
  const closed = closedThrough(today, deps.closesAfterDays)
  const period = recentPeriod(asked, await monthsInData(deps.ch, deps.requestReach), today, closed)
  const previousPeriod = comparedWith(period, asked.versus)
  const filter = await filterOf(deps, asked)
  const [now, before, names, grades] = await Promise.all([
    countSlices(deps.ch, { ...filter, ...period }, ['service', 'month']),
    countSlices(deps.ch, { ...filter, ...previousPeriod }, ['service']),
    deps.register.services(),
    openGrades(deps, figure),
  ])
  const services = byService(now)
  const previous = byService(before)
  const totals = [...services].map(([id, months]) => ({
    id,
    months,
    counts: [...months.values()].reduce(add, nothing),
  }))
  const prior = priorOf(
    totals.map(({ counts }) => counts),
    figure,
  )
  const months = monthsBetween(period.from, period.to)
  const rows = totals.map(({ id, months: series, counts }) => {
    const { value, ...reading } = readingOf(indicatorRow({}, counts), figure)
    return {
      ...identity(id, names.get(id)),
      value,
      ...reading,
      expected: value === null ? null : expectedOf(counts, figure, prior),
      previous: valueOf(previous.get(id)?.get(''), figure),
      alarm: grades.get(id) ?? null,
      months: months.map((month) => valueOf(series.get(month), figure)),
    }
  })
  const all = totals.map(({ counts }) => counts).reduce(add, nothing)
  return { period, previous: previousPeriod, mean: valueOf(all, figure), rows: rows.toSorted(worstFirst(figure)) }
}

/** The services whose name holds these words or whose number begins so, ranked and measured among all of them. */
export function found(ranking: Ranking, find: string): Ranking {
  const words = find.trim().toLowerCase()
  const fits = ({ name, service }: RankedService) => name.toLowerCase().includes(words) || service.startsWith(words)
  return { ...ranking, rows: ranking.rows.filter(fits) }
}

const identity = (service: string, facts: ServiceFacts | undefined) => ({
  service,
  name: facts?.name ?? service,
  authority: facts?.authority ?? '',
})

function byService(slices: readonly Slice[]): Map<string, Map<string, Counts>> {
  const services = new Map<string, Map<string, Counts>>()
  for (const { slice, counts } of slices) {
    const months = services.get(slice.service ?? '') ?? new Map<string, Counts>()
    months.set(slice.month ?? '', counts)
    services.set(slice.service ?? '', months)
  }
  return services
}

const valueOf = (counts: Counts | undefined, figure: Figure): number | null =>
  counts ? readingOf(indicatorRow({}, counts), figure).value : null

/** What a service says of itself; more errors than submitted requests are taken as all of them, a share being 1 at most. */
function observed(counts: Counts, figure: Figure) {
  const indicator = INDICATORS[figure]
  if (indicator.kind === 'mean') {
    const { n, mean, sd } = ratingSample(counts)
    return { n, mean: mean ?? 0, sd: sd ?? 0 }
  }
  const [x, n] = [counts[indicator.numerator.key], counts[indicator.denominator.key]]
  return { n, mean: n > 0 ? Math.min(1, x / n) : 0, sd: 0 }
}

function priorOf(services: readonly Counts[], figure: Figure): Prior {
  const all = services.map((counts) => observed(counts, figure))
  return isMean(figure) ? meanPrior(all) : sharePrior(all)
}

function expectedOf(counts: Counts, figure: Figure, prior: Prior): number {
  const value = shrink(observed(counts, figure), prior)
  return isMean(figure) ? value : 100 * value
}

/** The greatest share first, the lowest CSI first; services without a value last, by number. */
function worstFirst(figure: Figure) {
  const sign = isMean(figure) ? 1 : -1
  return (a: RankedService, b: RankedService): number => {
    if (a.expected === null || b.expected === null) {
      if (a.expected !== b.expected) return a.expected === null ? 1 : -1
    } else if (a.expected !== b.expected) return sign * (a.expected - b.expected)
    return a.service < b.service ? -1 : a.service > b.service ? 1 : 0
  }
}

export type Grades = ReadonlyMap<string, AlarmGrade>
