import type { IndicatorRow } from '@otklik/model/progress/api'
import type { TableExport } from '../../platform/http/index.ts'
import { indicatorColumns, indicatorObjects } from '../indicators/objects.ts'
import type { SliceName } from '../indicators/rows.ts'

const titles: Readonly<Record<ReturnType<typeof indicatorColumns>[number], string>> = {
  service: 'Услуга',
  subservice: 'Вариант услуги',
  region: 'Субъект РФ',
  authority: 'Орган',
  office: 'Подразделение',
  channel: 'Канал',
  month: 'Месяц',
  submitted: 'Подано',
  in_error: 'С ошибкой',
  error_share: 'Доля ошибок, %',
  decided: 'Решено',
  refused: 'Отказано',
  refusal_share: 'Доля отказов, %',
  ratings: 'Оценок',
  csi: 'CSI',
}
const shares: readonly string[] = ['error_share', 'refusal_share']
const counts: readonly string[] = ['submitted', 'in_error', 'decided', 'refused', 'ratings']

function typeOf(key: string) {
  if (shares.includes(key) || key === 'csi') return 'number'
  return counts.includes(key) ? 'integer' : 'text'
}

/**
 * The figures as a file: the values of the command, with a name where a slice has one, the limits of each figure, and of
 * each month after the last closed one the note of the screen.
 */
export function indicatorTable(
  rows: readonly IndicatorRow[],
  by: readonly SliceName[],
  lastClosedMonth: string,
): TableExport {
  const named = rows.some(({ name }) => name !== undefined)
  const columns = indicatorColumns(by).map((key) => ({ key, title: titles[key], type: typeOf(key) }) as const)
  const objects = indicatorObjects(rows)
  return {
    name: 'Показатели',
    columns: [
      ...(named ? [{ key: 'name', title: 'Наименование' }] : []),
      ...columns,
      ...limits,
      ...(by.includes('month') ? [{ key: 'note', title: 'Примечание' }] : []),
    ],
    rows: rows.map((row, at) => ({
      name: row.name ?? '',
      ...objects[at],
      ...limitsOf(row),
      note: (row.slice.month ?? '') > lastClosedMonth ? 'месяц не закрыт' : '',
    })),
  }
}

const limits = [
  { key: 'error_low', title: 'Доля ошибок, нижняя граница', type: 'number' },
  { key: 'error_high', title: 'Доля ошибок, верхняя граница', type: 'number' },
  { key: 'refusal_low', title: 'Доля отказов, нижняя граница', type: 'number' },
  { key: 'refusal_high', title: 'Доля отказов, верхняя граница', type: 'number' },
  { key: 'csi_low', title: 'CSI, нижняя граница', type: 'number' },
  { key: 'csi_high', title: 'CSI, верхняя граница', type: 'number' },
] as const

const limitsOf = ({ errorShare, refusalShare, csi }: IndicatorRow) => ({
  error_low: errorShare.low,
  error_high: errorShare.high,
  refusal_low: refusalShare.low,
  refusal_high: refusalShare.high,
  csi_low: csi.low,
  csi_high: csi.high,
})
