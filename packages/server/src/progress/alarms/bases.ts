import type { FallBase, MonthRatings } from '@otklik/model/critical'
import { addMonths, monthsBetween } from '@otklik/model/months'
import { leastForMeanInterval, pool } from '@otklik/model/statistics'
import type { Db } from '../../platform/postgres/open.ts'
import type { Reader } from '../executor.ts'
import { closedThrough } from '../period.ts'
import { settlesAfterMs } from './keep.ts'
import { readSeries } from './series.ts'
import type { AlarmTables } from './tables.ts'

type Base = Omit<AlarmTables['csi_bases'], 'chosen_by' | 'chosen_at'>

/** How many months a base is made of: as many as stand before a certificate (правила сертификации, приложение № 2). */
const months = 3

/**
 * The base where no certificate and no person has named one: the first three closed months in a row in which the service
 * has 30 ratings or more together. Undefined while there are none.
 */
export function firstBase(service: string, series: readonly MonthRatings[], closedThrough: string): Base | undefined {
  const rated = series.filter(({ n, month }) => n > 0 && month <= closedThrough)
  const first = rated[0]?.month
  if (first === undefined) return undefined
  for (const to of monthsBetween(addMonths(first, months - 1), closedThrough)) {
    const from = addMonths(to, 1 - months)
    const sample = pool(rated.filter(({ month }) => month >= from && month <= to))
    if (sample && sample.n >= leastForMeanInterval) {
      return { service, from, to, value: sample.mean, n: sample.n, sd: sample.sd }
    }
  }
  return undefined
}

/**
 * The base of every service that has one; those that can have one now get it, and keep it. One chosen by the rule in the
 * last day is chosen anew: the ratings of its months may still be coming in.
 */
export async function fixedBases(
  db: Db,
  services: readonly { readonly service: string; readonly csi: readonly MonthRatings[] }[],
  closedThrough: string,
  now: Date,
): Promise<ReadonlyMap<string, Base>> {
  const settled = new Date(now.getTime() - settlesAfterMs)
  await db.deleteFrom('csi_bases').where('chosen_by', '=', 'rule').where('chosen_at', '>', settled).execute()
  const kept = new Set((await db.selectFrom('csi_bases').select('service').execute()).map(({ service }) => service))
  const fresh = services
    .filter(({ service }) => !kept.has(service))
    .map(({ service, csi }) => firstBase(service, csi, closedThrough))
    .filter((base) => base !== undefined)
  if (fresh.length > 0) {
    const rows = fresh.map((base) => ({ ...base, chosen_by: 'rule', chosen_at: now }))
    await db
      .insertInto('csi_bases')
      .values(rows)
      .onConflict((clash) => clash.doNothing())
      .execute()
  }
  return keptBases(db)
}

/** The bases as they are: whoever only looks fixes none. */
export async function keptBases(db: Db): Promise<ReadonlyMap<string, Base>> {
  const all = await db.selectFrom('csi_bases').select(['service', 'from', 'to', 'value', 'n', 'sd']).execute()
  return new Map(all.map((base) => [base.service, base]))
}

export const asFallBase = ({ from, to, value, n, sd }: Base): FallBase => ({
  mean: value,
  n,
  sd,
  months: monthsBetween(from, to),
})

/** What fixes a base: a certificate of the service, by its day and its name. */
export interface BaseAsked {
  readonly service: string
  /** `YYYY-MM-DD` */
  readonly issued: string
  /** As the base is said to be chosen by. */
  readonly chosenBy: string
}

/**
 * Fixes the base of a service's CSI to the three closed months before a certificate was issued (Правила, приложение № 2).
 * Without a rating in them the base stays as it is. Returns whether it was changed; repeating it changes nothing.
 */
export async function fixBaseBefore(
  { ch, db, closesAfterDays }: { ch: Reader; db: Db; closesAfterDays: number },
  { service, issued, chosenBy }: BaseAsked,
  now: Date,
): Promise<boolean> {
  const kept = await db.selectFrom('csi_bases').select('chosen_by').where('service', '=', service).executeTakeFirst()
  if (kept?.chosen_by === chosenBy) return false
  const to = closedThrough(issued, closesAfterDays)
  const from = addMonths(to, 1 - months)
  const [series] = await readSeries(ch, to, { requestReach: 'everything', service })
  const sample = pool(series?.csi.filter(({ n, month }) => n > 0 && month >= from && month <= to) ?? [])
  if (sample === undefined) return false
  const base = { from, to, value: sample.mean, n: sample.n, sd: sample.sd, chosen_by: chosenBy, chosen_at: now }
  await db
    .insertInto('csi_bases')
    .values({ service, ...base })
    .onConflict((clash) => clash.column('service').doUpdateSet(base))
    .execute()
  return true
}
