import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { countPackages, countUncounted } from './count-packages.ts'
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

type Stores = { readonly db: Db; readonly ch: ClickHouse }

/**
 * Counts what has come and judges the days that it changes. May be repeated. What comes in while it works adds no job of its
 * own, so it goes on until nothing is left to be counted.
 */
export async function watchFeeds(parts: Stores, watching: Watching): Promise<void> {
  await watchOnce(parts, watching)
  while ((await countUncounted(parts.db)) > 0) await watchOnce(parts, { ...watching, all: false })
}

async function watchOnce(parts: Stores, { today, all, now = new Date() }: Watching): Promise<void> {
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
