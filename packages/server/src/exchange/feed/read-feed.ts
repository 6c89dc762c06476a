import type { PackageState } from '@otklik/model/exchange'
import { type DayCounts, type Feed, feedOf } from '@otklik/model/exchange/feed'
import type { Db } from '../../platform/postgres/open.ts'
import type { PackageCounts } from '../tables.ts'
import { countedStates } from './count-packages.ts'

const refusedStates: readonly PackageState[] = ['refused', 'failed']

const added = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> => {
  const sum = { ...a }
  for (const [key, rows] of Object.entries(b)) sum[key] = (sum[key] ?? 0) + rows
  return sum
}

/** Packages of a day together. */
export function dayOfPackages(date: string, packages: readonly PackageCounts[]): DayCounts {
  const none: DayCounts = {
    date,
    packages: 0,
    rows: {},
    repeats: 0,
    unknown: 0,
    again: [],
    offices: {},
    statuses: {},
    ages: [],
  }
  return packages.reduce<DayCounts>(
    (day, one) => ({
      date,
      packages: day.packages + 1,
      rows: added(day.rows, one.rows),
      repeats: day.repeats + one.repeats,
      unknown: day.unknown + one.unknown,
      again: [...new Set([...day.again, ...one.again])],
      offices: added(day.offices, one.offices),
      statuses: added(day.statuses, one.statuses),
      ages: one.ages.map((rows, at) => rows + (day.ages[at] ?? 0)),
    }),
    none,
  )
}

/** What came of a supplier for the days from the first on; undefined where nothing did. Withdrawn packages are as if they had not come. */
export async function readFeed(db: Db, supplier: string, first: string): Promise<Feed | undefined> {
  const [counted, refused] = await Promise.all([
    db
      .selectFrom('exchange_counts as c')
      .innerJoin('exchange_packages as p', 'p.id', 'c.package')
      .select(['p.date', 'c.counts'])
      .where('p.supplier', '=', supplier)
      .where('p.date', '>=', first)
      .where('p.state', 'in', countedStates)
      .orderBy('p.id')
      .execute(),
    db
      .selectFrom('exchange_packages')
      .select('date')
      .distinct()
      .where('supplier', '=', supplier)
      .where('date', '>=', first)
      .where('state', 'in', refusedStates)
      .execute(),
  ])
  const days = [...Map.groupBy(counted, ({ date }) => date)].map(([date, rows]) =>
    dayOfPackages(
      date,
      rows.map(({ counts }) => counts),
    ),
  )
  const known = new Set(days.map(({ date }) => date))
  return feedOf(
    days,
    refused.map(({ date }) => date).filter((date) => !known.has(date)),
  )
}
