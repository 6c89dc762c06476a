import type { WhyDimension } from '@otklik/model/contributions'
import type { Why, WhyIndicator } from '@otklik/model/progress/api'
import { INDICATORS } from '@otklik/model/indicators'
import type { TableExport } from '../../platform/http/index.ts'

/** What a dimension is called in tables. */
export const dimensionTitles: Readonly<Record<WhyDimension, string>> = {
  service: 'Услуга',
  subservice: 'Вариант услуги',
  authority: 'Орган',
  office: 'Подразделение',
  channel: 'Канал',
  region: 'Субъект РФ',
  status: 'Статус',
  applicant: 'Вид заявителя',
}

/** Contributions of all dimensions one under the other; a period and the one it is compared with stand in the titles. */
export function whyTable(
  why: Why,
  { indicator, from, to }: { readonly indicator: WhyIndicator; readonly from: string; readonly to: string },
): TableExport {
  const { shortName } = INDICATORS[indicator]
  return {
    name: `${shortName} – почему изменилась с ${from} по ${to}`,
    columns: whyColumns.map((column) => ({ ...column })),
    rows: whyRows(why),
  }
}

export const whyColumns = [
  { key: 'dimension', title: 'Разрез' },
  { key: 'key', title: 'Значение' },
  { key: 'n_a', title: 'База, период сравнения', type: 'integer' },
  { key: 'x_a', title: 'Случаев, период сравнения', type: 'integer' },
  { key: 'n_b', title: 'База, период', type: 'integer' },
  { key: 'x_b', title: 'Случаев, период', type: 'integer' },
  { key: 'rate_effect', title: 'Вклад изменения доли, п. п.', type: 'number' },
  { key: 'mix_effect', title: 'Вклад состава, п. п.', type: 'number' },
  { key: 'total', title: 'Вклад всего, п. п.', type: 'number' },
  { key: 'low', title: 'Нижняя граница, п. п.', type: 'number' },
  { key: 'high', title: 'Верхняя граница, п. п.', type: 'number' },
] as const

export const whyRows = ({ by }: Why) =>
  Object.entries(by).flatMap(([dimension, rows]) =>
    rows.map((row) => ({ dimension: dimensionTitles[dimension as WhyDimension], ...row })),
  )
