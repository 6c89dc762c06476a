import { mainCause, PACKAGE_STATES } from '@otklik/model/exchange'
import type { KeptReceipt } from '../index.ts'

const number = (value: number): string => value.toLocaleString('ru')

/** The receipt as `--json` prints it: one object, its shape fixed by the exchange format. */
export function receiptJson({ verdict, files, totals, codes, samples }: KeptReceipt): string {
  const shown = files.map(({ name, kind, sha256, read, accepted, quarantined, dropped, structure }) => ({
    name,
    kind,
    sha256,
    read,
    accepted,
    quarantined,
    dropped,
    structure,
  }))
  const { read, accepted, quarantined, dropped } = totals
  const sampled = samples.map(({ file, row, line, column, value, code, message }) => ({
    file,
    row,
    line,
    column,
    value,
    code,
    message,
  }))
  return JSON.stringify({
    status: verdict,
    files: shown,
    totals: { read, accepted, quarantined, dropped },
    codes,
    samples: sampled,
  })
}

/** The same for people: the sum of every file, then what was found, with a few samples. */
export function receiptText({ verdict, files, totals, codes, samples }: KeptReceipt): string {
  const unchanged = verdict === 'already_received' ? ', ничего не изменилось' : ''
  const lines = [`Пакет ${PACKAGE_STATES[verdict]}${unchanged}.`]
  for (const { name, kind, read, accepted, quarantined, dropped, explanations, alreadyReceived } of files) {
    const sum = `прочитано ${number(read)} = принято ${number(accepted)} + отложено ${number(quarantined)} + повторы ${number(dropped)}`
    const said =
      explanations.length > 0 ? explanations.join(' ') : alreadyReceived ? PACKAGE_STATES.already_received : sum
    lines.push(`  ${name}${kind ? ` (${kind})` : ''}: ${said}`)
  }
  if (files.length > 1)
    lines.push(
      `  Всего: прочитано ${number(totals.read)}, принято ${number(totals.accepted)}, отложено ${number(totals.quarantined)}, повторы ${number(totals.dropped)}.`,
    )
  const cause = mainCause(codes, totals.quarantined)
  const counted = Object.entries(codes)
  // One cause of many rows is said first, and once.
  const ordered = [
    ...counted.filter(([code]) => code === cause?.code),
    ...counted.filter(([code]) => code !== cause?.code),
  ]
  for (const [code, rows] of ordered) {
    const alone = code === cause?.code
    lines.push(`  ${code}: ${number(rows)}${alone ? ' – одна причина у этих строк' : ''}`)
    for (const sample of samples.filter((one) => one.code === code).slice(0, alone ? 1 : 3))
      lines.push(`    ${placeOf(sample)}: ${sample.message}`)
  }
  return lines.join('\n')
}

/** Where a sample stands, by the line that an editor shows. */
function placeOf({ file, row, line, column }: KeptReceipt['samples'][number]): string {
  const at = line ?? row
  return [file, ...(at > 0 ? [`строка ${number(at)}`] : []), ...(column ? [column] : [])].join(', ')
}

/** 0 no errors; 1 some rows set aside; 2 nothing usable. */
export function exitStatus({ verdict }: KeptReceipt): number {
  if (verdict === 'refused' || verdict === 'failed') return 2
  return verdict === 'partly' ? 1 : 0
}
