import { addDays } from '@otklik/model/days'
import type { Finding } from '@otklik/model/exchange/feed'
import { waitForLock } from '../../platform/postgres/locks.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'

/** A finding on a day within so many days after another of its kind goes on with it: weekends lie between. */
const GOES_ON = 3

export interface FoundDay {
  readonly date: string
  readonly findings: readonly Finding[]
}

/**
 * Keeps what was found in a supplier's days, given in their order. A finding that is found no more is kept with the moment
 * since when; one that is found again stands as before.
 * @returns how many are new.
 */
export function keepFindings(db: Db, supplier: string, days: readonly FoundDay[], now: Date): Promise<number> {
  const first = days[0]?.date
  if (first === undefined) return Promise.resolve(0)
  return db.transaction().execute(async (tx) => {
    await waitForLock(tx, 'feedFindings', supplier)
    const kept = await readKept(tx, supplier, addDays(first, -GOES_ON))
    const standing = new Map(kept.map((row) => [keyOf(row.date, row), row]))
    let added = 0
    for (const { date, findings } of days) {
      for (const finding of findings) {
        const { code, about = '' } = finding
        const key = keyOf(date, { code, about })
        const since = standing.get(key)?.since ?? begunBefore(standing, date, { code, about })
        if (!standing.has(key)) added += 1
        standing.set(key, { date, code, about, since, gone_at: null })
        await write(tx, { supplier, date, code, about, since, finding: JSON.stringify(finding), found_at: now })
      }
    }
    await takeBack(tx, { supplier, days, now })
    return added
  })
}

interface Named {
  readonly code: Finding['code']
  readonly about: string
}
type Kept = Named & { readonly date: string; readonly since: string; readonly gone_at: Date | null }

const keyOf = (date: string, { code, about }: Named): string => `${date} ${code} ${about}`

function begunBefore(standing: ReadonlyMap<string, Kept>, date: string, named: Named): string {
  for (let by = 1; by <= GOES_ON; by++) {
    const before = standing.get(keyOf(addDays(date, -by), named))
    if (before && before.gone_at === null) return before.since
  }
  return date
}

const readKept = (tx: Tx, supplier: string, from: string): Promise<Kept[]> =>
  tx
    .selectFrom('exchange_findings')
    .select(['date', 'code', 'about', 'since', 'gone_at'])
    .where('supplier', '=', supplier)
    .where('date', '>=', from)
    .execute()

async function write(
  tx: Tx,
  row: Named & { supplier: string; date: string; since: string; finding: string; found_at: Date },
): Promise<void> {
  await tx
    .insertInto('exchange_findings')
    .values({ ...row, gone_at: null })
    .onConflict((clash) =>
      clash.columns(['supplier', 'date', 'code', 'about']).doUpdateSet({ finding: row.finding, gone_at: null }),
    )
    .execute()
}

async function takeBack(
  tx: Tx,
  { supplier, days, now }: { supplier: string; days: readonly FoundDay[]; now: Date },
): Promise<void> {
  const open = await tx
    .selectFrom('exchange_findings')
    .select(['id', 'date', 'code', 'about'])
    .where('supplier', '=', supplier)
    .where(
      'date',
      'in',
      days.map(({ date }) => date),
    )
    .where('gone_at', 'is', null)
    .execute()
  const found = new Set(
    days.flatMap(({ date, findings }) => findings.map(({ code, about = '' }) => keyOf(date, { code, about }))),
  )
  const gone = open.filter((row) => !found.has(keyOf(row.date, row))).map(({ id }) => id)
  if (gone.length > 0) await tx.updateTable('exchange_findings').set({ gone_at: now }).where('id', 'in', gone).execute()
}
