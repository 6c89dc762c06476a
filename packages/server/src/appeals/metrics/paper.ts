import type { QuarterMetrics } from '@otklik/model/appeals'
import { quarterTitle } from '@otklik/model/quarters'
import { hashOf, type Paper } from '../../platform/papers/index.ts'
import { namedMetrics } from './named.ts'

/** The metrics of a quarter as a table, each figure with the two it is compared with. */
export function metricsPaper(
  {
    now,
    before,
    yearAgo,
  }: { readonly now: QuarterMetrics; readonly before: QuarterMetrics; readonly yearAgo: QuarterMetrics },
  made: Date,
): Paper {
  const [former, year] = [before, yearAgo].map(
    (metrics) => new Map(namedMetrics(metrics).map((row) => [row.metric, row.value])),
  )
  const rows = namedMetrics(now)
    .filter(({ metric }) => !PERIOD.includes(metric))
    .map(({ metric, value }) => ({
      metric,
      value: text(value),
      before: text(former?.get(metric) ?? null),
      year: text(year?.get(metric) ?? null),
    }))
  return {
    name: `Обращения, ${quarterTitle(now.quarter)}`,
    author: 'Отклик',
    made: made.toISOString(),
    hash: hashOf({ now, before, yearAgo }),
    head: { title: 'Показатели работы с обращениями', lines: [quarterTitle(now.quarter)] },
    blocks: [
      {
        kind: 'text',
        text: 'По Порядку сбора обратной связи, пункт 4.3.2. Доли даны в процентах, рядом границы 95-процентного интервала (Уилсон).',
      },
      {
        kind: 'table',
        columns: [
          { key: 'metric', title: 'Показатель' },
          { key: 'value', title: quarterTitle(now.quarter), width: 30 },
          { key: 'before', title: quarterTitle(before.quarter), width: 30 },
          { key: 'year', title: quarterTitle(yearAgo.quarter), width: 30 },
        ],
        rows,
        empty: 'Обращений нет.',
      },
    ],
  }
}

const PERIOD = ['Квартал', 'С', 'По', 'По состоянию на']
const text = (value: string | number | null): string => (value === null ? '–' : String(value).replace('.', ','))
