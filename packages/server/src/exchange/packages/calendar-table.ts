import type { AnswerOf } from '@otklik/model/api'
import type { CalendarCell, readCalendar } from '@otklik/model/exchange/api'
import { FINDING_NAMES } from '@otklik/model/exchange/feed'
import type { TableExport } from '../../platform/http/index.ts'

const words: Readonly<Record<CalendarCell['mark'], string>> = {
  in_time: 'пришёл в срок',
  late: 'пришёл поздно',
  missing: 'не пришёл',
  problem: 'пришёл, но не принят',
}

/** The calendar as a file: one row for each supplier and day that has a mark. */
export function calendarTable({ suppliers, cells }: AnswerOf<typeof readCalendar>): TableExport {
  const names = new Map(suppliers.map(({ code, name }) => [code, name]))
  return {
    name: 'Календарь пакетов',
    columns: [
      { key: 'supplier', title: 'Код поставщика' },
      { key: 'name', title: 'Поставщик' },
      { key: 'date', title: 'Отчётная дата', type: 'day' },
      { key: 'mark', title: 'Что с пакетом' },
      { key: 'packages', title: 'Пакетов', type: 'integer' },
      { key: 'rows', title: 'Прочитано строк', type: 'integer' },
      { key: 'quarantined', title: 'Отложено строк', type: 'integer' },
      { key: 'findings', title: 'Не так, как обычно' },
    ],
    rows: cells.map(({ findings = [], ...cell }) => ({
      ...cell,
      name: names.get(cell.supplier) ?? cell.supplier,
      mark: words[cell.mark],
      findings: findings.map((code) => FINDING_NAMES[code]).join('; '),
    })),
  }
}
