import type { Respondents } from '@otklik/model/progress/api'
import type { TableExport } from '../../platform/http/index.ts'

type Row = Respondents['rows'][number]

/** The authorities as a file, the sum of all below them. */
export function respondentTable({ rows, total }: Respondents): TableExport {
  return {
    name: 'Респонденты по органам',
    columns: [
      { key: 'authority', title: 'Орган' },
      { key: 'respondents', title: 'Респондентов', type: 'integer' },
      { key: 'today', title: 'Сегодня', type: 'integer' },
      { key: 'services', title: 'Оценённых услуг', type: 'integer' },
      { key: 'value', title: 'CSI', type: 'number' },
      { key: 'low', title: 'CSI, нижняя граница', type: 'number' },
      { key: 'high', title: 'CSI, верхняя граница', type: 'number' },
      { key: 'lastRatedAt', title: 'Последняя оценка', type: 'time' },
      { key: 'received', title: 'Пакетов получено', type: 'integer' },
      { key: 'late', title: 'Пакетов с опозданием', type: 'integer' },
    ],
    rows: [
      ...rows.map((row) => cells({ ...row, authority: row.authority || 'Не указан' })),
      cells({ authority: 'Всего', ...total }),
    ],
  }
}

const cells = ({ csi, packages, ...row }: Row) => ({ ...row, ...csi, ...packages })
