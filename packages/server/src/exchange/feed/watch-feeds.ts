import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { countPackages } from './count-packages.ts'
import { judgeFeeds } from './judge-feeds.ts'

/** Withdrawals are carried out by the import before; one that was asked for so long ago has been judged. */
const WITHDRAWN_LATELY_MS = 24 * 3600 * 1000

interface Watching {
  /** By the clock that says until when a package is in time. */
  readonly today: string
  /** Every supplier, not only those whose days may have changed. */
  readonly all: boolean
  readonly now?: Date
}

/** Counts what has come and judges the days that it changes. May be repeated. */
export async function watchFeeds(
  parts: { readonly db: Db; readonly ch: ClickHouse },
  { today, all, now = new Date() }: Watching,
): Promise<void> {
  const counted = await countPackages(parts)
  const changed = all ? undefined : [...new Set([...counted, ...(await withdrawnLately(parts.db, now))])]
  await judgeFeeds(parts.db, { today, now }, changed)
}

async function withdrawnLately(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('exchange_packages')
    .select('supplier')
    .distinct()
    .where('withdrawn_at', '>', new Date(now.getTime() - WITHDRAWN_LATELY_MS))
    .execute()
  return rows.map(({ supplier }) => supplier)
}
