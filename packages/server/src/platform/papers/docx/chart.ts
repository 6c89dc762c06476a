import { AlignmentType, Paragraph } from 'docx'
import { ChartRun } from 'docx/charts'
import { forXml } from '../../text.ts'
import type { Chart, Series } from '../blocks.ts'
import { altOf } from '../charts/alt.ts'
import { lookOf } from '../charts/looks.ts'
import { scaleFor } from '../charts/scale.ts'
import { FONT } from './styles.ts'
import { pixels } from './units.ts'

/** A chart of Word's own, which opens with its data. `id` tells the drawings of a document apart. */
export function wordChart(chart: Chart, width: number, id: number): Paragraph {
  const { form, categories, series, digits = 1, unit } = chart
  const bars = form === 'bars'
  const lines = Math.max(1, categories.length) * Math.max(1.4, series.length * 0.7)
  const height = bars ? Math.min(220, 20 + lines * 6) : 70
  // Word's own choice would cut bars of error off.
  const { low, high } = scaleFor(chart)
  const format = digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`
  const shared = {
    categories: categories.map(forXml),
    font: { name: FONT, color: '000000' },
    legend: series.length > 1 ? ({ position: 'bottom' } as const) : (false as const),
    valueAxis: {
      numberFormat: format,
      minimum: low,
      maximum: high,
      ...(unit !== undefined && { title: forXml(unit) }),
    },
    transformation: { width: pixels(width), height: pixels(height) },
    altText: { id: String(id), name: `Рисунок ${id}`, description: forXml(altOf(chart)) },
  }
  const run = bars
    ? new ChartRun({
        ...shared,
        type: 'bar',
        // The first category at the top, as in the table, with the axis still below.
        categoryAxis: { reverseOrder: true },
        valueAxis: { ...shared.valueAxis, crossesAt: 'maximum' },
        dataLabels: { value: true, numberFormat: format },
        gapWidth: 60,
        overlap: 0,
        series: series.map((one, at) => ({ ...seriesOf(one), color: lookOf(at).shade })),
      })
    : new ChartRun({ ...shared, type: 'line', series: series.map(lineOf) })
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })
}

const seriesOf = ({ name, values, intervals }: Series) => ({
  name: forXml(name),
  values: [...values],
  ...(intervals && {
    errorBars: {
      type: 'custom' as const,
      plus: values.map((value, at) => away(value, intervals[at]?.high)),
      minus: values.map((value, at) => away(intervals[at]?.low ?? null, value ?? undefined)),
      line: { color: '000000' },
    },
  }),
})

const away = (from: number | null, to: number | undefined): number | null =>
  from === null || to === undefined ? null : Math.max(0, to - from)

function lineOf(one: Series, at: number) {
  const { shade, dash, point } = lookOf(at)
  const color = shade === 'BFBFBF' ? '7F7F7F' : shade
  return { ...seriesOf(one), color, line: { color, dash, width: 1.5 }, markers: { shape: point, size: 6 } }
}
