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
 * since when; one that is found again keeps the moment of its first time.
 */
export async function keepFindings(db: Db, supplier: string, days: readonly FoundDay[], now: Date): Promise<void> {
  const first = days[0]?.date
  if (first === undefined) return
  await db.transaction().execute(async (tx) => {
    await waitForLock(tx, 'feedFindings', supplier)
    const before = await standing(tx, supplier, addDays(first, -GOES_ON))
    const judged = new Set(days.map(({ date }) => date))
    const stays = before.filter(({ date }) => !judged.has(date))
    const begun = new Map(stays.map((row) => [keyOf(row.date, row), row.since]))
    for (const { date, findings } of days) {
      for (const finding of findings) {
        const { code, about = '' } = finding
        const since = begunBefore(begun, date, { code, about }) ?? date
        begun.set(keyOf(date, { code, about }), since)
        await write(tx, { supplier, date, code, about, since, finding: JSON.stringify(finding), found_at: now })
      }
    }
    const gone = before.filter((row) => !begun.has(keyOf(row.date, row))).map(({ id }) => id)
    if (gone.length > 0)
      await tx.updateTable('exchange_findings').set({ gone_at: now }).where('id', 'in', gone).execute()
  })
}

interface Named {
  readonly code: Finding['code']
  readonly about: string
}

const keyOf = (date: string, { code, about }: Named): string => `${date} ${code} ${about}`

/** The first day of the finding that this one goes on with. */
function begunBefore(begun: ReadonlyMap<string, string>, date: string, named: Named): string | undefined {
  for (let by = 1; by <= GOES_ON; by++) {
    const since = begun.get(keyOf(addDays(date, -by), named))
    if (since !== undefined) return since
  }
  return undefined
}

const standing = (tx: Tx, supplier: string, from: string) =>
  tx
    .selectFrom('exchange_findings')
    .select(['id', 'date', 'code', 'about', 'since'])
    .where('supplier', '=', supplier)
    .where('date', '>=', from)
    .where('gone_at', 'is', null)
    .execute()

async function write(
  tx: Tx,
  row: Named & { supplier: string; date: string; since: string; finding: string; found_at: Date },
): Promise<void> {
  const { finding, since } = row
  await tx
    .insertInto('exchange_findings')
    .values({ ...row, gone_at: null })
    .onConflict((clash) =>
      clash.columns(['supplier', 'date', 'code', 'about']).doUpdateSet({ finding, since, gone_at: null }),
    )
    .execute()
}
