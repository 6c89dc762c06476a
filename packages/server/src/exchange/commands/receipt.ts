import { mainCause, PACKAGE_STATES } from '@otklik/model/exchange'
import type { Totals } from '@otklik/model/exchange/api'
import { checkReceipt } from '../check-receipt.ts'
import type { KeptReceipt } from '../index.ts'

const number = (value: number): string => value.toLocaleString('ru')

export const receiptJson = (receipt: KeptReceipt): string => JSON.stringify(checkReceipt(receipt))

/** The receipt for people: the sum of every file, then what was found, with a few samples. */
export function receiptText({ verdict, files, totals, codes, samples }: KeptReceipt): string {
  const unchanged = verdict === 'already_received' ? ', ничего не изменилось' : ''
  const lines = [`Пакет ${PACKAGE_STATES[verdict]}${unchanged}.`]
  for (const { name, kind, explanations, alreadyReceived, ...file } of files) {
    const { read, accepted, quarantined, dropped } = file
    const sum = `прочитано ${number(read)} = принято ${number(accepted)} + отложено ${number(quarantined)} + повторы ${number(dropped)}${replacedText(file)}`
    const said =
      explanations.length > 0 ? explanations.join(' ') : alreadyReceived ? PACKAGE_STATES.already_received : sum
    lines.push(`  ${name}${kind ? ` (${kind})` : ''}: ${said}`)
  }
  if (files.length > 1)
    lines.push(
      `  Всего: прочитано ${number(totals.read)}, принято ${number(totals.accepted)}, отложено ${number(totals.quarantined)}, повторы ${number(totals.dropped)}${replacedText(totals)}.`,
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

const replacedText = ({ replaced = 0 }: Totals): string =>
  replaced > 0 ? `; из принятых заменили другие строки: ${number(replaced)}` : ''

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
