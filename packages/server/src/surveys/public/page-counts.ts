import { sql } from 'kysely'
import type { Log } from '../../platform/log.ts'
import type { Db } from '../../platform/postgres/open.ts'

/** Counts pages that were shown and left forwards, without any person. */
export interface PageCounts {
  note(campaign: number, version: number, page: string, what: 'shown' | 'passed'): void
  /** Writes what has been gathered. */
  flush(): Promise<void>
}

interface Counted {
  readonly campaign_id: number
  readonly version: number
  readonly page: string
  shown: number
  passed: number
}

const EVERY_MS = 2000

/** Gathered in memory and added together, so that readers of one page never wait for one row. A crash loses two seconds. */
export function gatherPageCounts(db: Db, log: Log): PageCounts {
  let gathered = new Map<string, Counted>()
  let timer: NodeJS.Timeout | undefined

  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const rows = [...gathered.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
    gathered = new Map()
    if (rows.length > 0) await add(db, rows)
  }
  const later = (): void => {
    timer ??= setTimeout(() => {
      flush().catch((err: unknown) => log.warn({ err }, 'counts of pages were not written'))
    }, EVERY_MS).unref()
  }
  return {
    note(campaign_id, version, page, what) {
      const key = `${campaign_id} ${version} ${page}`
      const row = gathered.get(key) ?? { campaign_id, version, page, shown: 0, passed: 0 }
      row[what]++
      gathered.set(key, row)
      later()
    },
    flush,
  }
}

/** Rows in one order, so that two servers never wait for each other in a ring. */
async function add(db: Db, rows: readonly Counted[]): Promise<void> {
  await db
    .insertInto('survey_page_counts')
    .values(rows)
    .onConflict((clash) =>
      clash.columns(['campaign_id', 'version', 'page']).doUpdateSet({
        shown: sql`survey_page_counts.shown + excluded.shown`,
        passed: sql`survey_page_counts.passed + excluded.passed`,
      }),
    )
    .execute()
}
