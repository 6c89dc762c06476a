import type { PackageState } from '@otklik/model/exchange'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { countFacts } from './count-facts.ts'
import { countsOf } from './counts-of.ts'

/** States of packages that say something of their day. */
export const countedStates: readonly PackageState[] = ['accepted', 'partly', 'already_received']
/** Packages whose facts are counted by one question. */
const AT_ONCE = 200

const uncounted = (db: Db) =>
  db
    .selectFrom('exchange_packages as p')
    .leftJoin('exchange_counts as c', 'c.package', 'p.id')
    .where('c.package', 'is', null)
    .where('p.state', 'in', countedStates)
    .where('p.receipt', 'is not', null)

/** How many packages that are in wait to be counted. */
export async function countUncounted(db: Db): Promise<number> {
  const { packages } = await uncounted(db)
    .select((of) => of.fn.countAll<number>().as('packages'))
    .executeTakeFirstOrThrow()
  return packages
}

/** Days of a supplier for which a package has come that is not in yet, or not counted: they can't be judged for now. */
export async function unsettledDays(db: Db, supplier: string, from: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('exchange_packages as p')
    .leftJoin('exchange_counts as c', 'c.package', 'p.id')
    .select('p.date')
    .distinct()
    .where('p.supplier', '=', supplier)
    .where('p.date', '>=', from)
    .where('c.package', 'is', null)
    .where((of) =>
      of.or([
        of('p.state', 'in', ['waiting', 'working']),
        of('p.state', 'in', countedStates).and('p.receipt', 'is not', null),
      ]),
    )
    .execute()
  return new Set(rows.map(({ date }) => date))
}

/**
 * Counts the packages that are in and not counted yet: new ones after their import, and all there are on an installation of an
 * earlier version. Packages that are judged anew are counted again, because their counts were taken away (`uncount`).
 * @returns suppliers whose days have changed.
 */
export async function countPackages({ db, ch }: { readonly db: Db; readonly ch: ClickHouse }): Promise<string[]> {
  const changed = new Set<string>()
  for (;;) {
    const rows = await uncounted(db)
      .select(['p.id', 'p.supplier', 'p.date', 'p.receipt'])
      .orderBy('p.id')
      .limit(AT_ONCE)
      .execute()
    if (rows.length === 0) return [...changed]
    const factsOf = await countFacts(ch, rows)
    const counted = rows.flatMap(({ id, receipt }) =>
      receipt ? [{ package: id, counts: JSON.stringify(countsOf(receipt, factsOf(id))) }] : [],
    )
    await db
      .insertInto('exchange_counts')
      .values(counted)
      .onConflict((clash) => clash.doNothing())
      .execute()
    for (const { supplier } of rows) changed.add(supplier)
  }
}

/** Takes the counts of packages away, so that they are counted again if they come in again. */
export async function uncount(tx: Tx, packages: readonly number[]): Promise<void> {
  if (packages.length > 0) await tx.deleteFrom('exchange_counts').where('package', 'in', packages).execute()
}
