import { OPERATOR } from '@otklik/model/access'
import type { IndicatorRow } from '@otklik/model/api'
import { saveSupplier, supplierNames } from '../access/index.ts'
import type { Installation } from '../installation.ts'
import { exportDay, findPackage, type KeptReceipt, receivedBefore, receivePackage } from '../exchange/index.ts'
import { recordAudit } from '../platform/audit/index.ts'
import { type Asked, indicatorRows, type SliceName } from '../progress/index.ts'
import type { Bar } from './bar.ts'
import { UsageError } from './usage.ts'

export interface Sending {
  readonly paths: readonly { readonly path: string; readonly name: string }[]
  readonly supplier: string
  readonly date: string
  readonly bar: Bar
}
/** What a command can ask of the store, near or far. */
export interface Door {
  importPackage(sending: Sending): Promise<KeptReceipt>
  exportDay(request: { date: string; supplier?: string; out: string }): Promise<number>
  indicators(asked: Asked, by: readonly SliceName[]): Promise<readonly IndicatorRow[]>
}

/** The installation opened by the command itself. */
export function localDoor(installation: Installation): Door {
  const { db, config, ch, imports, progress } = installation
  return {
    importPackage: async ({ paths, supplier, date, bar }) => {
      await knowSupplier(installation, supplier)
      const name = paths.length === 1 ? (paths[0]?.name ?? '') : `${paths.length} файлов`
      const { id, already } = await receivePackage(
        { db, dataDir: config.dataDir },
        { supplier, date, name, files: paths, who: OPERATOR },
      )
      const shown = setInterval(() => void showProgress(installation, id, bar), 300)
      await imports.run().finally(() => clearInterval(shown))
      return receiptOf(installation, id, already)
    },
    exportDay: async ({ supplier, ...request }) => {
      const after = { supplier, ...request }
      const event = { who: OPERATOR, what: 'data.exported', subject: 'otklik export', after } as const
      await db.transaction().execute((tx) => recordAudit(tx, event))
      const suppliers = supplier === undefined ? undefined : [supplier]
      return (await exportDay({ db, ch }, { ...request, suppliers })).files.length
    },
    indicators: (asked, by) => indicatorRows({ ...progress, within: 'everything' }, asked, by),
  }
}

/** Who can open the installation may name a new supplier: the first package of a day must not fail for a name. */
async function knowSupplier({ db, config }: Installation, code: string): Promise<void> {
  if (!/^[A-Za-z0-9._-]{1,40}$/.test(code))
    throw new UsageError('Код поставщика: до 40 латинских букв, цифр и знаков . _ -')
  if ((await supplierNames(db)).some((supplier) => supplier.code === code)) return
  await saveSupplier({ db, config }, { code, name: code }, 'system')
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
