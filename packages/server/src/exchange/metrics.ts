import type { PackageState } from '@otklik/model/exchange/api'
import { Counter, Histogram } from 'prom-client'
import type { Metrics } from '../platform/http/index.ts'
import type { KeptReceipt } from './tables.ts'

/** Told by the import what it has done. */
export interface ImportMetrics {
  imported(receipts: Iterable<KeptReceipt>, seconds: number): void
  putAside(): void
}

const BUCKETS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 7200]

/** Counters of the packages that this process has put in, since its start. */
export function importMetrics(registry: Metrics): ImportMetrics {
  const registers = [registry]
  const packages = new Counter({
    name: 'otklik_packages_total',
    help: 'Packages dealt with, by verdict',
    labelNames: ['verdict'],
    registers,
  })
  const rows = new Counter({
    name: 'otklik_rows_total',
    help: 'Rows of packages, by what became of them',
    labelNames: ['outcome'],
    registers,
  })
  const seconds = new Histogram({
    name: 'otklik_import_seconds',
    help: 'Duration of an import; small packages are imported together',
    buckets: BUCKETS,
    registers,
  })
  // A rate can be taken from the first package on only if the counters were there before it.
  const verdicts: readonly PackageState[] = ['accepted', 'partly', 'refused', 'already_received', 'failed']
  for (const verdict of verdicts) packages.inc({ verdict }, 0)
  for (const outcome of ['accepted', 'quarantined', 'dropped']) rows.inc({ outcome }, 0)
  return {
    imported: (receipts, spent) => {
      seconds.observe(spent)
      for (const { verdict, totals } of receipts) {
        packages.inc({ verdict })
        for (const outcome of ['accepted', 'quarantined', 'dropped'] as const) rows.inc({ outcome }, totals[outcome])
      }
    },
    putAside: () => packages.inc({ verdict: 'failed' }),
  }
}
