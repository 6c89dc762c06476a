import type { Chart } from '../../blocks.ts'
import { drawBars } from './bars.ts'
import { element, FONT_SIZE, hatchingDefs } from './elements.ts'
import { legend } from './legend.ts'
import { drawLines } from './lines.ts'

export interface Drawing {
  readonly height: number
  readonly content: string
}

/** Points of a millimetre. */
const POINTS = 72 / 25.4

/** A chart as a drawing for paper, so many millimetres wide: black on white, series told apart without colour. */
export function chartSvg(chart: Chart, millimetres: number): string {
  const width = millimetres * POINTS
  const { height, content } = chart.form === 'bars' ? drawBars(chart, width) : drawLines(chart, width)
  const key = chart.series.length > 1 ? legend(chart, width, height + 4) : { height: 0, content: '' }
  const size = { width, height: height + key.height + 6 }
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...size,
      viewBox: `0 0 ${size.width.toFixed(2)} ${size.height.toFixed(2)}`,
      'font-family': 'PT Sans',
      'font-size': FONT_SIZE,
    },
    element('defs', {}, hatchingDefs()) + content + key.content,
  )
}
