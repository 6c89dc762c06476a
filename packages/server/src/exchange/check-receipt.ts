import type { CheckReceipt, Totals } from '@otklik/model/exchange/api'
import type { KeptReceipt } from './tables.ts'

/** The receipt of a check, as `otklik check --json` prints it and the call answers: its shape is fixed by the exchange format. */
export function checkReceipt({ verdict, files, totals, codes, samples }: KeptReceipt): CheckReceipt {
  return {
    status: verdict,
    files: files.map(({ name, kind, sha256, structure, alreadyReceived, ...file }) => ({
      name,
      kind,
      sha256,
      ...sumsOf(file),
      structure,
      ...(alreadyReceived && { status: 'already_received' as const }),
    })),
    totals: sumsOf(totals),
    codes,
    samples: samples.map(({ file, row, line, column, value, code, message }) => ({
      file,
      row,
      line,
      column,
      value,
      code,
      message,
    })),
  }
}

/** What took the place of other rows stands beside the fixed four, where there is any. */
const sumsOf = ({ read, accepted, quarantined, dropped, replaced }: Totals): Totals => ({
  read,
  accepted,
  quarantined,
  dropped,
  ...(replaced ? { replaced } : {}),
})
