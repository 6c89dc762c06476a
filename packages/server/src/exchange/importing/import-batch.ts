import { join } from 'node:path'
import { requireSupplier } from '../../access/index.ts'
import type { Log } from '../../platform/log.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { together } from '../../platform/together.ts'
import { recordAudit } from '../../platform/audit/index.ts'
import { applyStage } from '../../facts/index.ts'
import { clearHandedOver } from '../staging/clear.ts'
import {
  fileCame,
  keepReceipts,
  type LedgerRow,
  markIn,
  markPhase,
  markProgress,
  markStarted,
} from '../packages/ledger.ts'
import type { ImportMetrics } from '../metrics.ts'
import type { KeptReceipt } from '../tables.ts'
import { nameOf, setAsideFile } from './files.ts'
import { judgePackages } from './judge.ts'
import type { CheckParts, Incoming, Report } from './parts.ts'
import { verifyResumed } from './resume.ts'
import { type StagedPackage, stagePackages } from './stage-packages.ts'

export interface ImportParts extends CheckParts {
  readonly db: Db
  readonly log: Log
  readonly dataDir: string
  readonly metrics?: ImportMetrics
  /** Told when the ledger says something new of these packages. */
  readonly changed?: (packages: readonly number[]) => void
  /** Counts again what the staged rows touch; called after they are among the facts. */
  readonly recount: () => Promise<void>
  /** Fills the register from the staged rows, in the transaction that puts the packages in. */
  readonly register: (tx: Tx, packages: readonly number[]) => Promise<void>
}

/**
 * Puts packages in, together: all of their rows become visible with the ledger's word. Nothing of the store is changed
 * before every receipt is kept; from then on a repetition after a crash finishes what was begun.
 */
export async function importBatch(
  parts: ImportParts,
  rows: readonly LedgerRow[],
): Promise<ReadonlyMap<number, KeptReceipt>> {
  const ids = rows.map(({ id }) => id)
  const resumed = rows.every(({ receipt }) => receipt !== null)
  const step = stopwatch(parts.log)
  await markStarted(parts.db, ids)
  parts.changed?.(ids)
  const incoming = rows.map((row) => incomingOf(parts, row))
  const staged = await step('stage', () => stagePackages(parts, incoming, stageOptions(parts, rows)))
  const receipts = resumed ? kept(rows) : await step('judge', () => judge(parts, rows, staged))
  if (resumed) await verifyResumed(parts.ch, staged, receipts)
  await step('apply', () => applyStage(parts.ch, ids, resumed))
  await markPhase(parts.db, ids, 'counting')
  parts.changed?.(ids)
  await step('recount', () => together([parts.recount(), clearHandedOver(parts.ch)]))
  await step('finish', () => finishAll(parts, rows, receipts))
  parts.changed?.(ids)
  return receipts
}

/** Says in the log how long each step took: where an import's time goes is the first question about a slow one. */
const stopwatch =
  (log: Log) =>
  async <T>(step: string, work: () => Promise<T>): Promise<T> => {
    const started = Date.now()
    return work().finally(() => log.debug({ step, ms: Date.now() - started }, 'import step'))
  }

async function finishAll(parts: ImportParts, rows: readonly LedgerRow[], receipts: ReadonlyMap<number, KeptReceipt>) {
  await parts.db.transaction().execute(async (tx) => {
    // Packages that were in before are being put in again: what they said to the register has been said.
    const added = rows.filter((row) => row.finished_at === null).map(({ id }) => id)
    if (added.length > 0) await parts.register(tx, added)
    for (const row of rows) {
      const receipt = receipts.get(row.id)
      if (receipt) await finish(tx, row, receipt)
    }
  })
}

async function finish(tx: Tx, row: LedgerRow, receipt: KeptReceipt): Promise<void> {
  await markIn(tx, row, receipt)
  if (row.finished_at !== null) return
  const { verdict, totals, codes } = receipt
  const after = { supplier: row.supplier, date: row.date, verdict, totals, codes }
  const organisation = (await requireSupplier(tx, row.supplier)).organisation_id
  const event = { who: 'system', organisation, what: 'package.imported', subject: `package:${row.id}`, after } as const
  await recordAudit(tx, event)
}

const incomingOf = ({ dataDir }: ImportParts, { id, date, folder }: LedgerRow): Incoming => ({
  id,
  date,
  paths: [join(dataDir, folder, 'files')],
})

const kept = (rows: readonly LedgerRow[]): Map<number, KeptReceipt> =>
  new Map(rows.flatMap(({ id, receipt }) => (receipt ? [[id, receipt] as const] : [])))

async function judge(parts: ImportParts, rows: readonly LedgerRow[], staged: readonly StagedPackage[]) {
  const folders = new Map(rows.map(({ id, folder }) => [id, join(parts.dataDir, folder)]))
  const receipts = await judgePackages(parts, staged, ({ package: id, file }) =>
    setAsideFile(folders.get(id) ?? '', file),
  )
  const byId = new Map(
    staged.flatMap(({ package: { id } }, index) => (receipts[index] ? [[id, receipts[index]] as const] : [])),
  )
  await keepReceipts(parts.db, byId)
  return byId
}

function stageOptions({ db, log, changed }: ImportParts, rows: readonly LedgerRow[]) {
  const ids = rows.map(({ id }) => id)
  const suppliers = new Map(rows.map(({ id, supplier }) => [id, supplier]))
  // Files that came earlier in this same batch: the ledger doesn't know them yet.
  const here = new Set<string>()
  return {
    nameOf,
    seen: async ({ id, date }: Incoming, sha256: string, of: 'any day' | 'its day') => {
      const supplier = suppliers.get(id) ?? ''
      const day = of === 'its day' ? date : undefined
      const mark = `${supplier} ${sha256} ${day ?? ''}`
      const came = here.has(mark) || (await fileCame(db, { supplier, sha256, date: day, apart: ids }))
      here.add(mark)
      return came
    },
    report: ({ id }: Incoming): Report =>
      throttled((progress) => {
        markProgress(db, id, progress).then(
          () => changed?.([id]),
          (err: unknown) => log.warn({ err }, 'progress was not written down'),
        )
      }),
  }
}

/** The ledger hears of progress twice a second at most. */
function throttled(report: Report): Report {
  let last = 0
  return (progress) => {
    if (Date.now() - last < 500) return
    last = Date.now()
    report(progress)
  }
}
