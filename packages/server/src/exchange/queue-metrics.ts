import { Gauge } from 'prom-client'
import type { Metrics } from '../platform/http/index.ts'
import type { Db } from '../platform/postgres/open.ts'
import { inTime } from './in-time.ts'
import { countUnfinished } from './packages/ledger.ts'

interface Waiting {
  readonly packages: number
  readonly seconds: number
}
/** What can't be told is no number; the other figures of the page are needed most just then. */
const UNKNOWN: Waiting = { packages: Number.NaN, seconds: Number.NaN }

/** Gauges of the packages that are not in yet, asked of the ledger whenever the page is read: an import that stands still shows. */
export function queueMetrics(registry: Metrics, db: Db): void {
  let asking: Promise<Waiting> | undefined
  // All gauges of a page are asked at once: one query answers both.
  const ask = (): Promise<Waiting> => {
    asking ??= inTime(readWaiting(db), UNKNOWN).finally(() => {
      asking = undefined
    })
    return asking
  }
  gauge(registry, 'otklik_packages_waiting', 'Packages that wait or are being imported', async () => {
    return (await ask()).packages
  })
  gauge(registry, 'otklik_package_oldest_waiting_seconds', 'Since the oldest of them came; 0 without any', async () => {
    return (await ask()).seconds
  })
}

function gauge(registry: Metrics, name: string, help: string, read: () => Promise<number>): Gauge {
  return new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      this.set(await read())
    },
  })
}

async function readWaiting(db: Db): Promise<Waiting> {
  const { packages, since } = await countUnfinished(db)
  return { packages, seconds: since === null ? 0 : Math.max(0, (Date.now() - since.getTime()) / 1000) }
}
