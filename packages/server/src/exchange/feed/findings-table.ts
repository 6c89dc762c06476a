import type { FeedFinding } from '@otklik/model/exchange/api'
import { FINDING_NAMES } from '@otklik/model/exchange/feed'
import type { TableExport } from '../../platform/http/index.ts'

/** What was found in the days of suppliers, as a file. */
export const findingsTable = (findings: readonly FeedFinding[]): TableExport => ({
  name: 'Замечания к передаче',
  columns: [
    { key: 'date', title: 'Отчётная дата', type: 'day' },
    { key: 'supplier', title: 'Поставщик' },
    { key: 'name', title: 'Что не так' },
    { key: 'message', title: 'Подробно' },
    { key: 'expected', title: 'Чего ждали' },
    { key: 'remedy', title: 'Что делать' },
    { key: 'since', title: 'С какого дня', type: 'day' },
    { key: 'gone', title: 'Состояние' },
  ],
  rows: findings.map(({ supplier, code, goneAt, ...finding }) => ({
    ...finding,
    supplier: supplier.name,
    name: FINDING_NAMES[code],
    gone: goneAt === null ? 'не исправлено' : 'исправлено',
  })),
})
