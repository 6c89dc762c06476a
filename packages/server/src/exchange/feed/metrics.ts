import { addDays } from '@otklik/model/days'
import { FINDING_CODES } from '@otklik/model/exchange/feed'
import { Gauge } from 'prom-client'
import type { Metrics } from '../../platform/http/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { inTime } from '../in-time.ts'
import { countUncounted } from './count-packages.ts'

/** Days that have just been told of: the last one that is over and those that are not. */
const LATELY = 2

/** By code; undefined where the store did not answer. */
type Counted = Map<string, number> | undefined

/** Gauges of what is wrong in the days that were judged last, and of packages that nobody has counted yet. */
export function feedMetrics(registry: Metrics, db: Db, today: () => string): void {
  const registers = [registry]
  new Gauge({
    name: 'otklik_feed_findings',
    help: 'Findings in what suppliers send that stand, of the last three days, by code',
    labelNames: ['code'],
    registers,
    async collect() {
      const found = await inTime<Counted>(countFindings(db, addDays(today(), -LATELY)), undefined)
      for (const code of FINDING_CODES) this.set({ code }, found ? (found.get(code) ?? 0) : Number.NaN)
    },
  })
  new Gauge({
    name: 'otklik_feed_uncounted_packages',
    help: 'Packages that are in and whose days have not been judged with them',
    registers,
    async collect() {
      this.set(await inTime(countUncounted(db), Number.NaN))
    },
  })
}

async function countFindings(db: Db, from: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('exchange_findings')
    .select((of) => ['code', of.fn.countAll<number>().as('findings')])
    .where('date', '>=', from)
    .where('gone_at', 'is', null)
    .groupBy('code')
    .execute()
  return new Map(rows.map(({ code, findings }) => [code, findings]))
}
