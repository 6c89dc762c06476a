import { ORGANISATION_KINDS } from '@otklik/model/access'
import type { Organisation } from '@otklik/model/access/api'
import type { Column, TableRow, TableExport } from '../../platform/http/index.ts'

const COLUMNS: readonly Column[] = [
  { key: 'id', title: 'Номер', type: 'integer' },
  { key: 'parent', title: 'Подчинена номеру', type: 'integer' },
  { key: 'place', title: 'Место в системе' },
  { key: 'kind', title: 'Вид' },
  { key: 'name', title: 'Наименование' },
  { key: 'shortName', title: 'Краткое наименование' },
  { key: 'region', title: 'Субъект' },
  { key: 'zone', title: 'Часовой пояс' },
  { key: 'ogrn', title: 'ОГРН' },
  { key: 'address', title: 'Адрес' },
  { key: 'phone', title: 'Телефон' },
  { key: 'mail', title: 'Почта' },
  { key: 'authorityName', title: 'Орган реестра' },
  { key: 'office', title: 'Офис в запросах' },
  { key: 'children', title: 'Организаций под ней', type: 'integer' },
  { key: 'people', title: 'Людей', type: 'integer' },
  { key: 'createdAt', title: 'Заведена (UTC)', type: 'time' },
  { key: 'closedAt', title: 'Закрыта (UTC)', type: 'time' },
]

/** The organisations found, as a file. */
export const organisationTable = (found: readonly Organisation[]): TableExport => ({
  name: 'Организации',
  columns: COLUMNS,
  rows: found.map(rowOf),
})

function rowOf(organisation: Organisation): TableRow {
  const { above, kind, createdAt, closedAt } = organisation
  return {
    ...organisation,
    place: above.map(({ name }) => name).join(' / '),
    kind: ORGANISATION_KINDS[kind],
    createdAt: wallClock(createdAt),
    closedAt: closedAt === null ? null : wallClock(closedAt),
  }
}

const wallClock = (instant: string) => instant.slice(0, 19)
