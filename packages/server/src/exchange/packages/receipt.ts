import type { PackageSummary, Progress, Receipt, Totals } from '@otklik/model/exchange/api'
import type { LedgerRow } from './ledger.ts'

const none = { read: 0, accepted: 0, quarantined: 0, dropped: 0 }

/** What a summary is made of: of the receipt, only its totals. */
export type SummaryRow = Pick<
  LedgerRow,
  'id' | 'supplier' | 'date' | 'name' | 'state' | 'received_at' | 'finished_at'
> & { readonly totals: Totals | null }

export function summaryOf(row: SummaryRow, supplierName: string): PackageSummary {
  return {
    id: row.id,
    supplier: { code: row.supplier, name: supplierName },
    date: row.date,
    name: row.name,
    state: row.state,
    receivedAt: row.received_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    totals: row.totals ?? none,
  }
}

/** The receipt as far as it goes: files and codes are there once the package has been checked. */
export function receiptOf(row: LedgerRow, supplierName: string): Receipt {
  const { files = [], codes = {}, samples = [], totals = null } = row.receipt ?? {}
  const { withdrawn_at: at, withdrawal_reason: reason, failure } = row
  const withdrawal = at !== null && { withdrawal: { at: at.toISOString(), reason: reason ?? '' } }
  return { ...summaryOf({ ...row, totals }, supplierName), files, codes, samples, failure, ...withdrawal }
}

/** How far the import is; the time left is judged by the bytes read so far. */
export function progressOf(row: LedgerRow, now: Date = new Date()): Progress {
  const spent = row.started_at ? (now.getTime() - row.started_at.getTime()) / 1000 : 0
  const share = row.bytes > 0 ? row.bytes_read / row.bytes : 0
  const reading = row.phase === 'reading' && share > 0.01
  return {
    state: row.state,
    phase: row.phase,
    rows: row.rows,
    bytes: Math.min(row.bytes_read, row.bytes),
    totalBytes: row.bytes,
    secondsLeft: reading ? Math.max(0, spent / share - spent) : null,
  }
}

/** What is left of a receipt when its bytes come once more: nothing was read and nothing has changed. */
export function receivedBefore<T extends Pick<Receipt, 'files' | 'totals' | 'codes' | 'samples'>>(receipt: T): T {
  const files = receipt.files.map((file) => ({ ...file, ...none, alreadyReceived: true }))
  return { ...receipt, files, totals: none, codes: {}, samples: [] }
}
