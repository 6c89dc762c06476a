import type { AnswerOf } from '@otklik/model/api'
import { findCode } from '@otklik/model/exchange'
import type { countCodes } from '@otklik/model/exchange/api'
import { codePage } from '@otklik/model/exchange/guide'
import type { TableExport } from '../../platform/http/index.ts'

/** The same as a file, with what to do about each. */
export const remarksTable = ({ remarks }: AnswerOf<typeof countCodes>): TableExport => ({
  name: 'Замечания по кодам',
  columns: [
    { key: 'code', title: 'Код' },
    { key: 'rows', title: 'Строк', type: 'integer' },
    { key: 'packages', title: 'Пакетов', type: 'integer' },
    { key: 'last', title: 'Последний раз', type: 'day' },
    { key: 'why', title: 'Что это значит' },
    { key: 'remedy', title: 'Что делать' },
  ],
  rows: remarks.map(({ code, rows, packages, last }) => ({ code, rows, packages, last, ...adviceOn(code) })),
})

function adviceOn(text: string): { why: string; remedy: string } {
  const code = findCode(text)
  if (code === undefined) return { why: '', remedy: '' }
  const { why, remedy } = codePage(code)
  return { why, remedy }
}
