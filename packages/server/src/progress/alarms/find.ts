import type { Figure } from '@otklik/model/progress/api'
import {
  type CorrectedTrend,
  correctTrends,
  describeCorrection,
  describeFall,
  describeGrowth,
  type Fall,
  findFall,
  findGrowth,
  type Growth,
  type GrowthFigure,
} from '@otklik/model/critical'
import type { Db } from '../../platform/postgres/open.ts'
import type { Reader } from '../executor.ts'
import { asFallBase, fixedBases } from './bases.ts'
import { keepAlarms } from './keep.ts'
import { readSeries, type ServiceSeries } from './series.ts'
import type { AlarmEvidence, AlarmValue } from './tables.ts'

/** A critical value with what speaks for it. */
export interface Found {
  readonly figure: Figure
  readonly service: string
  readonly month: string
  readonly grade: Growth['grade']
  readonly sentence: string
  readonly values: readonly AlarmValue[]
  readonly evidence: readonly AlarmEvidence[]
  /** Whether a growth stays significant among all that were judged in the month; null of the CSI. */
  readonly remains: boolean | null
}

/**
 * Looks for critical values in the closed months given and keeps them with the figures as they are now: see `keepAlarms`.
 * Returns how many are new. Repeating it adds nothing.
 */
export async function findAlarms(ch: Reader, db: Db, months: readonly string[], now: Date): Promise<number> {
  const last = months.toSorted().at(-1)
  if (last === undefined) return 0
  const services = await readSeries(ch, last, { requestReach: 'everything' })
  const bases = await fixedBases(db, services, last, now)
  const found = months.flatMap((month) => {
    const trends = trendsOf(services, month)
    return services.flatMap((series) => {
      const base = bases.get(series.service)
      const fall =
        base && base.to < month ? findFall(series.csi, { base: asFallBase(base), closedThrough: month }) : undefined
      return [...growths(series, month, trends), ...(fall?.kind === 'alarm' ? [fallFound(series.service, fall)] : [])]
    })
  })
  return keepAlarms(db, months, found, now)
}

const shares = ['refusals', 'errors'] as const

type Trends = ReadonlyMap<string, CorrectedTrend | undefined>
const nameOf = (figure: GrowthFigure, service: string) => `${figure} ${service}`

/** Every trend that was looked at in the month, of all services and both shares: corrected together, for whomever they are shown to. */
function trendsOf(services: readonly ServiceSeries[], month: string): Trends {
  const all = services.flatMap((series) =>
    shares.map((figure) => ({ name: nameOf(figure, series.service), of: series[figure] })),
  )
  const corrected = correctTrends(
    all.map(({ of }) => of),
    month,
  )
  return new Map(all.map(({ name }, at) => [name, corrected[at]]))
}

function growths(series: ServiceSeries, month: string, trends: Trends): Found[] {
  return shares
    .map((figure) => findGrowth(series[figure], { figure, closedThrough: month }))
    .filter((growth) => growth !== undefined)
    .filter(({ kind }) => kind === 'alarm')
    .map((growth) => growthFound(series.service, growth, trends.get(nameOf(growth.figure, series.service))))
}

function growthFound(service: string, growth: Growth, trend: CorrectedTrend | undefined): Found {
  const { figure, month, grade, sentence, months } = growth
  const values = months.map((one) => ({ ...one, value: (100 * one.numerator) / one.denominator }))
  const evidence = [...describeGrowth(growth), ...(trend ? [describeCorrection(trend)] : [])]
  return { figure, service, month, grade, sentence: sentence.text, values, evidence, remains: trend?.remains ?? null }
}

/** First the month's own value, which the rule is asked of; then, where ratings are few, that of months together. */
function fallFound(service: string, fall: Fall): Found {
  const { month, grade, sentence, now, pooled } = fall
  const from = pooled?.months[0]
  const values = [
    meanValue({ month }, now),
    ...(pooled && from !== undefined ? [meanValue({ month, from }, pooled)] : []),
  ]
  return {
    figure: 'csi',
    service,
    month,
    grade,
    sentence: sentence.text,
    values,
    evidence: describeFall(fall),
    remains: null,
  }
}

const meanValue = (period: Pick<AlarmValue, 'month' | 'from'>, { n, mean }: Fall['now']): AlarmValue => ({
  ...period,
  value: mean,
  numerator: n * mean,
  denominator: n,
})
