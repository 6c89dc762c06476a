import { monthsTitle } from '@otklik/model/months'
import type { Figure } from '@otklik/model/progress/api'
import { gradeNames } from '@otklik/model/critical'
import { INDICATORS } from '@otklik/model/indicators'
import type { Ranking } from '../overview/ranking.ts'
import type { TableExport } from '../../platform/http/index.ts'

export function rankingTable({ rows, previous }: Ranking, figure: Figure): TableExport {
  const { shortName, unit } = INDICATORS[figure]
  return {
    name: `Услуги – ${shortName}`,
    columns: [
      { key: 'service', title: 'Номер услуги' },
      { key: 'name', title: 'Услуга' },
      { key: 'authority', title: 'Орган' },
      { key: 'n', title: 'Случаев', type: 'integer' },
      { key: 'value', title: `${shortName}, ${unit}`, type: 'number' },
      { key: 'low', title: 'Нижняя граница', type: 'number' },
      { key: 'high', title: 'Верхняя граница', type: 'number' },
      { key: 'expected', title: 'Ожидаемое значение', type: 'number' },
      { key: 'previous', title: `Для сравнения: ${monthsTitle(previous.from, previous.to)}`, type: 'number' },
      { key: 'little', title: 'Данных мало' },
      { key: 'alarm', title: 'Критическое значение' },
    ],
    rows: rows.map((row) => ({
      ...row,
      little: row.little ? 'да' : '',
      alarm: row.alarm === null ? '' : gradeNames[row.alarm],
    })),
  }
}
