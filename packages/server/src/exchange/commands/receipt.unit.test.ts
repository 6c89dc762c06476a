import { expect, test } from 'vitest'
import type { KeptReceipt } from '../index.ts'
import { exitStatus, receiptText } from './receipt.ts'

const sample = (row: number) => ({
  file: 'e.csv',
  row,
  column: 'date',
  value: '2026-11-18',
  code: 'bad_date',
  message: 'Дата «2026-11-18» не читается.',
})
const totals = { read: 3000, accepted: 0, quarantined: 3000, dropped: 0 }
const receipt: KeptReceipt = {
  verdict: 'refused',
  files: [
    {
      name: 'e.csv',
      kind: 'events',
      sha256: '',
      structure: [],
      explanations: [],
      alreadyReceived: false,
      ...totals,
    },
  ],
  totals,
  codes: { a_warning: 5, bad_date: 3000 },
  samples: Array.from({ length: 20 }, (_, at) => sample(at + 1)),
}

test('one cause of many rows is said once, before everything else', () => {
  expect(receiptText(receipt).replaceAll('\u00a0', ' ').split('\n')).toEqual([
    'Пакет не принят.',
    '  e.csv (events): прочитано 3 000 = принято 0 + отложено 3 000 + повторы 0',
    '  bad_date: 3 000 – одна причина у этих строк',
    '    e.csv, строка 1, date: Дата «2026-11-18» не читается.',
    '  a_warning: 5',
  ])
  expect(exitStatus(receipt)).toBe(2)
})
