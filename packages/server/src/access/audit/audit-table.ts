import { auditEventText, roleEntry } from '@otklik/model/access'
import type { AuditRecord } from '@otklik/model/access/api'
import type { Column, TableRow, TableExport } from '../../platform/http/index.ts'

const COLUMNS: readonly Column[] = [
  { key: 'seq', title: 'Номер', type: 'integer' },
  { key: 'at', title: 'Когда (UTC)', type: 'time' },
  { key: 'who', title: 'Кто' },
  { key: 'login', title: 'Имя для входа' },
  { key: 'id', title: 'Номер того, кто' },
  { key: 'role', title: 'Роль' },
  { key: 'organisation', title: 'Организация' },
  { key: 'text', title: 'Действие' },
  { key: 'what', title: 'Код действия' },
  { key: 'subject', title: 'Над чем' },
  { key: 'before', title: 'Было' },
  { key: 'after', title: 'Стало' },
  { key: 'address', title: 'Адрес' },
  { key: 'request', title: 'Номер вызова' },
]
const KINDS = {
  user: 'Человек',
  machine: 'Система по ключу',
  operator: 'Командная строка',
  system: 'Отклик',
  nobody: 'Не вошёл',
} as const

/** The records found, as a file. */
export function auditTable(records: AsyncIterable<AuditRecord>): TableExport {
  return { name: 'Журнал действий', columns: COLUMNS, rows: rowsOf(records) }
}

async function* rowsOf(records: AsyncIterable<AuditRecord>): AsyncGenerator<TableRow> {
  for await (const record of records)
    yield {
      ...record,
      at: record.at.slice(0, 19),
      who: record.who.name ?? KINDS[record.who.kind],
      login: record.who.login,
      id: record.who.id,
      role: record.role === null ? null : (roleEntry(record.role)?.name ?? record.role),
      organisation: record.organisation?.name ?? null,
      text: auditEventText(record.what),
      before: jsonOf(record.before),
      after: jsonOf(record.after),
    }
}

const jsonOf = (value: unknown) => (value === null ? null : JSON.stringify(value))
