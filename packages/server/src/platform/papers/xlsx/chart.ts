import { colToLetter, type SheetChart } from 'hucre/xlsx'
import { forXml } from '../../text.ts'
import type { Chart } from '../blocks.ts'
import { altOf } from '../charts/alt.ts'
import { lookOf } from '../charts/looks.ts'
import type { Placed } from './table.ts'

const DASHES = { solid: 'solid', dash: 'dash', dot: 'sysDot', longDash: 'lgDash', dashDot: 'dashDot' } as const

/** The name of a sheet as references write it. */
export const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`

/** A chart of the spreadsheet's own, at the right of its figures. */
export function sheetChart(chart: Chart, sheetName: string, { columns, headFrom, from, to }: Placed): SheetChart {
  const { form, series, unit } = chart
  const ref = (column: number) =>
    `${quoted(sheetName)}!$${colToLetter(column)}$${from + 1}:$${colToLetter(column)}$${to}`
  let column = 0
  const drawn = series.map(({ name, intervals }, at): SheetChart['series'][number] => {
    column += 1
    const values = ref(column)
    // The two ends of the interval stand beside the value.
    if (intervals) column += 2
    const { shade, dash, point } = lookOf(at)
    const color = form === 'lines' && shade === 'BFBFBF' ? '7F7F7F' : shade
    const line = {
      stroke: { dash: DASHES[dash], width: 1.5 },
      marker: { symbol: point, size: 6, fill: color },
    } as const
    return { name: forXml(name), values, categories: ref(0), color, ...(form === 'lines' && line) }
  })
  const wide = columns.length + 1
  const height = form === 'lines' ? 18 : Math.max(14, Math.ceil(chart.categories.length * series.length * 1.4) + 6)
  return {
    type: form === 'lines' ? 'line' : 'bar',
    title: forXml(chart.title),
    series: drawn,
    anchor: { from: { row: headFrom, col: wide }, to: { row: headFrom + height, col: wide + 9 } },
    legend: series.length > 1 ? 'bottom' : false,
    altText: forXml(altOf(chart)),
    lang: 'ru-RU',
    axes: { x: { reverse: form === 'bars' }, y: unit === undefined ? {} : { title: unit } },
  }
}
