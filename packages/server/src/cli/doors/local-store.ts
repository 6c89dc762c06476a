import type { WhyDimension } from '@otklik/model/contributions'
import { OPERATOR } from '@otklik/model/access'
import type { IndicatorRow, Why } from '@otklik/model/progress/api'
import { saveSupplier, supplierNames } from '../../access/index.ts'
import {
  discardFiles,
  enterPackage,
  exportDay as writeDay,
  findPackage,
  type KeptFiles,
  type KeptReceipt,
  receivedBefore,
  withdrawPackage,
} from '../../exchange/index.ts'
import type { Installation } from '../../installation.ts'
import { bySystem, recordAudit } from '../../platform/audit/index.ts'
import { type Asked, explainChange, indicatorRows, type SliceName, type WhyAsked } from '../../progress/index.ts'
import { ProblemError } from '../../platform/problems/index.ts'
import type { Bar } from '../terminal/bar.ts'
import type { Sending } from './local-door.ts'
import { UsageError } from '../usage.ts'

interface Opening {
  readonly dataDir: string
  readonly opening: Promise<Installation>
}

/** @param keeping the package's files on their way into the data folder; they are taken out again where it can't be entered. */
export async function importPackage(
  { dataDir, opening }: Opening,
  sending: Sending,
  keeping: Promise<KeptFiles>,
): Promise<KeptReceipt> {
  const knowing = opening.then((installation) => knowSupplier(installation, sending.supplier))
  const [known, files] = await Promise.allSettled([knowing, keeping])
  if (files.status === 'rejected') throw files.reason
  if (known.status === 'fulfilled') return enter(await opening, sending, files.value)
  await discardFiles(dataDir, files.value)
  throw known.reason
}

/** Withdraws a package; when this returns, its rows have left the figures. */
export async function withdraw(
  { db, imports }: Installation,
  withdrawal: { id: number; reason: string },
): Promise<void> {
  await withdrawPackage({ db }, withdrawal, { who: OPERATOR, at: new Date() }).catch((error: unknown) => {
    throw error instanceof ProblemError ? new UsageError(`${error.title}. ${error.detail}`) : error
  })
  await imports.run()
}

/** Writes a day's packages as files; the answer is their number. */
export async function exportDay(
  { db, ch }: Installation,
  { supplier, ...request }: { date: string; supplier?: string; out: string },
): Promise<number> {
  const after = { supplier, ...request }
  const event = { who: OPERATOR, what: 'data.exported', subject: 'otklik export', after } as const
  await db.transaction().execute((tx) => recordAudit(tx, event))
  const suppliers = supplier === undefined ? undefined : [supplier]
  return (await writeDay({ db, ch }, { ...request, suppliers })).files.length
}

export const indicators = (
  { progress }: Installation,
  asked: Asked,
  by: readonly SliceName[],
): Promise<readonly IndicatorRow[]> => indicatorRows({ ...progress, requestReach: 'everything' }, asked, by)

export const why = ({ progress }: Installation, asked: WhyAsked, by: readonly WhyDimension[]): Promise<Why> =>
  explainChange({ ...progress, requestReach: 'everything' }, asked, by)

async function enter(installation: Installation, sending: Sending, files: KeptFiles): Promise<KeptReceipt> {
  const { db, config, imports } = installation
  const { paths, supplier, date, bar } = sending
  const name = paths.length === 1 ? (paths[0]?.name ?? '') : `${paths.length} файлов`
  const parts = { db, dataDir: config.dataDir }
  const { id, already } = await enterPackage(parts, { supplier, date, name, who: OPERATOR }, files)
  const shown = setInterval(() => void showProgress(installation, id, bar), 300)
  await imports.run().finally(() => clearInterval(shown))
  return receiptOf(installation, id, already)
}

/** Who can open the installation may name a new supplier: the first package of a day must not fail for a name. */
async function knowSupplier({ db, config }: Installation, code: string): Promise<void> {
  if (!/^[A-Za-z0-9._-]{1,40}$/.test(code))
    throw new UsageError('Код поставщика: до 40 латинских букв, цифр и знаков . _ -')
  if ((await supplierNames(db)).some((supplier) => supplier.code === code)) return
  await saveSupplier({ db, config }, { code, name: code }, bySystem())
}

async function showProgress({ db }: Installation, id: number, bar: Bar): Promise<void> {
  const row = await findPackage(db, id).catch(() => undefined)
  if (row) bar.show({ rows: row.rows, bytes: row.bytes_read, total: row.bytes })
}

async function receiptOf({ db }: Installation, id: number, already: boolean): Promise<KeptReceipt> {
  const row = await findPackage(db, id)
  if (!row?.receipt) throw new UsageError(row?.failure ?? 'Пакет не принят.')
  return already ? { ...receivedBefore(row.receipt), verdict: 'already_received' } : row.receipt
}
