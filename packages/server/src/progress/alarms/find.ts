import type { Figure } from '@otklik/model/api'
import { describeFall, describeGrowth, type Fall, findFall, findGrowth, type Growth } from '@otklik/model/critical'
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
}

/**
 * Looks for critical values in the closed months given and keeps them with the figures as they are now: see `keepAlarms`.
 * Returns how many are new. Repeating it adds nothing.
 */
export async function findAlarms(ch: Reader, db: Db, months: readonly string[], now: Date): Promise<number> {
  const last = months.toSorted().at(-1)
  if (last === undefined) return 0
  const services = await readSeries(ch, last, { within: 'everything' })
  const bases = await fixedBases(db, services, last, now)
  const found = months.flatMap((month) =>
    services.flatMap((series) => {
      const base = bases.get(series.service)
      const fall =
        base && base.to < month ? findFall(series.csi, { base: asFallBase(base), closedThrough: month }) : undefined
      return [...growths(series, month), ...(fall?.kind === 'alarm' ? [fallFound(series.service, fall)] : [])]
    }),
  )
  return keepAlarms(db, months, found, now)
}

function growths(series: ServiceSeries, month: string): Found[] {
  return (['refusals', 'errors'] as const)
    .map((figure) => findGrowth(series[figure], { figure, closedThrough: month }))
    .filter((growth) => growth !== undefined)
    .filter(({ kind }) => kind === 'alarm')
    .map((growth) => growthFound(series.service, growth))
}

function growthFound(service: string, growth: Growth): Found {
  const { figure, month, grade, sentence, months } = growth
  const values = months.map((one) => ({ ...one, value: (100 * one.numerator) / one.denominator }))
  return { figure, service, month, grade, sentence: sentence.text, values, evidence: describeGrowth(growth) }
}

/** The months judged are one value: where ratings are few, it goes from an earlier month to the last one. */
function fallFound(service: string, fall: Fall): Found {
  const { month, grade, sentence, now, months } = fall
  const [from = month] = months
  const period = { month, ...(from < month && { from }) }
  const values = [{ ...period, value: now.mean, numerator: now.n * now.mean, denominator: now.n }]
  return { figure: 'csi', service, month, grade, sentence: sentence.text, values, evidence: describeFall(fall) }
}
