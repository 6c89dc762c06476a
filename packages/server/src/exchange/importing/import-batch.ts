import type { ReceiptFile } from '@otklik/model/exchange/api'
import { join } from 'node:path'
import { requireSupplier } from '../../access/index.ts'
import type { Log } from '../../platform/log.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { together } from '../../platform/together.ts'
import { recordAudit } from '../../platform/audit/index.ts'
import { applyStage, forgetWithdrawn, restateWithdrawn } from '../../facts/index.ts'
import { clearHandedOver } from '../staging/clear.ts'
import {
  keepReceipts,
  type LedgerRow,
  markIn,
  markPhase,
  markProgress,
  markStarted,
  putBack,
} from '../packages/ledger.ts'
import { isAwaitedByOthers } from '../packages/next-batch.ts'
import type { ImportMetrics } from '../metrics.ts'
import type { KeptReceipt } from '../tables.ts'
import { nameOf, setAsideFile } from './files.ts'
import { judgePackages } from './judge.ts'
import type { CheckParts, Incoming, Report } from './parts.ts'
import { verifyResumed } from './resume.ts'
import type { StagedFile } from './stage-file.ts'
import { type Staged, type StagedPackage, stagePackages, type StageOptions } from './stage-packages.ts'

export interface ImportParts extends CheckParts {
  readonly db: Db
  readonly log: Log
  readonly dataDir: string
  readonly metrics?: ImportMetrics
  /** Told when the ledger says something new of these packages. */
  readonly changed?: (packages: readonly number[]) => void
  /** Counts again what the staged rows touch; called after they are among the facts. */
  readonly recount: () => Promise<void>
  /** Counts every month again. */
  readonly recountAll: () => Promise<void>
  /** Fills the register from the staged rows, in the transaction that puts the packages in. */
  readonly register: (tx: Tx, packages: readonly number[]) => Promise<void>
}

/**
 * Puts packages in, together: all of their rows become visible with the ledger's word. Nothing of the store is changed
 * before every receipt is kept; from then on a repetition after a crash finishes what was begun. Where somebody else's
 * package has come meanwhile, the last ones go back into the queue.
 * @returns the receipts of those that are in.
 */
export async function importBatch(
  parts: ImportParts,
  batch: readonly LedgerRow[],
): Promise<ReadonlyMap<number, KeptReceipt>> {
  const resumed = batch.every(({ receipt }) => receipt !== null)
  const step = stopwatch(parts.log)
  const all = batch.map(({ id }) => id)
  await markStarted(parts.db, all)
  parts.changed?.(all)
  const incoming = batch.map((row) => incomingOf(parts, row))
  const staged = await step('stage', () => stagePackages(parts, incoming, stageOptions(parts, batch, resumed)))
  const rows = batch.slice(0, staged.packages.length)
  const ids = rows.map(({ id }) => id)
  await putBack(parts.db, all.slice(staged.packages.length))
  const receipts = resumed ? kept(rows) : await step('judge', () => judge(parts, rows, staged))
  if (resumed) await verifyResumed(parts.ch, staged.packages, receipts)
  await step('apply', () => applyStage(parts.ch, ids, resumed))
  await step('restate', () => restateWithdrawn(parts.ch))
  await markPhase(parts.db, ids, 'counting')
  parts.changed?.(ids)
  await step('recount', () => together([parts.recount(), clearHandedOver(parts.ch)]))
  await step('forget', () => forgetWithdrawn(parts.ch))
  await step('finish', () => finishAll(parts, rows, receipts, staged.packages))
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

async function finishAll(
  parts: ImportParts,
  rows: readonly LedgerRow[],
  receipts: ReadonlyMap<number, KeptReceipt>,
  staged: readonly StagedPackage[],
) {
  const filesOf = new Map(staged.map(({ package: { id }, files }) => [id, files]))
  await parts.db.transaction().execute(async (tx) => {
    // Packages that were in before are being put in again: what they said to the register has been said.
    const added = rows.filter((row) => row.finished_at === null).map(({ id }) => id)
    if (added.length > 0) await parts.register(tx, added)
    for (const row of rows) {
      const receipt = receipts.get(row.id)
      if (receipt) await finish(tx, row, receipt, filesOf.get(row.id) ?? [])
    }
  })
}

async function finish(tx: Tx, row: LedgerRow, receipt: KeptReceipt, files: readonly StagedFile[]): Promise<void> {
  await markIn(tx, row, receipt, (file) => files[file]?.bytes)
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

async function judge(parts: ImportParts, rows: readonly LedgerRow[], staged: Staged) {
  const folders = new Map(rows.map(({ id, folder }) => [id, join(parts.dataDir, folder)]))
  const receipts = await judgePackages(parts, staged, ({ package: id, file }) =>
    setAsideFile(folders.get(id) ?? '', file),
  )
  const byId = new Map(
    staged.packages.flatMap(({ package: { id } }, index) => (receipts[index] ? [[id, receipts[index]] as const] : [])),
  )
  await keepReceipts(parts.db, byId)
  return byId
}

function stageOptions({ db, log, changed }: ImportParts, rows: readonly LedgerRow[], resumed: boolean): StageOptions {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    nameOf,
    ledger: { db, supplierOf: (id) => byId.get(id)?.supplier ?? '' },
    ...(!resumed && { enough: (bytes) => isEnough(db, rows, bytes) }),
    ...(resumed && { passedOver: ({ id }, file) => passedOver(byId.get(id)?.receipt?.files[file]) }),
    report: ({ id }: Incoming): Report =>
      throttled((progress) => {
        markProgress(db, id, progress).then(
          () => changed?.([id]),
          (err: unknown) => log.warn({ err }, 'progress was not written down'),
        )
      }),
  }
}

/** So many bytes are read in a moment: to stop before would spare nobody any time. */
const worthStopping = 16 << 20
const isEnough = async (db: Db, rows: readonly LedgerRow[], bytes: number): Promise<boolean> =>
  bytes >= worthStopping && isAwaitedByOthers(db, new Set(rows.map(({ supplier }) => supplier)))

const passedOver = (file: ReceiptFile | undefined) => (file?.alreadyReceived ? file : undefined)

/** The ledger hears of progress twice a second at most. */
function throttled(report: Report): Report {
  let last = 0
  return (progress) => {
    if (Date.now() - last < 500) return
    last = Date.now()
    report(progress)
  }
}
