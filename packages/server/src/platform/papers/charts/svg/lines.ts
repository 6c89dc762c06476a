import type { Chart, Series } from '../../blocks.ts'
import { lookOf } from '../looks.ts'
import { scaleFor } from '../scale.ts'
import { type Area, categoryAxis, tickTexts, valueAxis } from './axes.ts'
import { DASHES, element, line, point, widthOf } from './elements.ts'
import type { Drawing } from './picture.ts'
import { whisker } from './whiskers.ts'

const HEIGHT = 170

/** Values over categories, each series a line that a missing value breaks. */
export function drawLines(chart: Chart, width: number): Drawing {
  const scale = scaleFor(chart)
  const left = Math.max(...tickTexts(scale).map((text) => widthOf(text))) + 8
  const area: Area = { left, right: width - 6, top: 18, bottom: HEIGHT - 16 }
  const y = (value: number) => area.bottom - ((value - scale.low) / (scale.high - scale.low)) * (area.bottom - area.top)
  const place = (area.right - area.left) / Math.max(1, chart.categories.length)
  const x = (at: number) => area.left + place * (at + 0.5)
  const drawn = chart.series.map((one, at) => series(one, at, chart.series.length, { x, y }))
  const axes = valueAxis(scale, area, y, chart.unit) + categoryAxis(chart.categories, area, x)
  const base = line([area.left, area.bottom], [area.right, area.bottom])
  return { height: HEIGHT, content: axes + base + drawn.join('') }
}

type Places = { readonly x: (at: number) => number; readonly y: (value: number) => number }

function series({ values, intervals = [] }: Series, at: number, of: number, { x, y }: Places): string {
  const look = lookOf(at)
  // Bars of error of several series stand side by side.
  const aside = (at - (of - 1) / 2) * 3
  const path = stretches(values).map((points) => points.map(([i, v]) => `${x(i)} ${y(v).toFixed(2)}`).join('L'))
  return [
    ...path.map((d) =>
      element('path', {
        d: `M${d}`,
        fill: 'none',
        stroke: `#${look.shade === 'BFBFBF' ? '7F7F7F' : look.shade}`,
        'stroke-width': 1.3,
        'stroke-dasharray': DASHES[look.dash],
      }),
    ),
    ...intervals.map((interval, i) => (interval === null ? '' : whisker(interval, x(i) + aside, y, 'upright'))),
    ...values.map((value, i) => (value === null ? '' : point(look, x(i), y(value)))),
  ].join('')
}

/** Runs of values without a gap, each with its place. */
export function stretches(values: readonly (number | null)[]): (readonly [at: number, value: number])[][] {
  const runs: (readonly [number, number])[][] = []
  for (const [at, value] of values.entries()) {
    if (value === null) continue
    if (at === 0 || values[at - 1] === null) runs.push([])
    runs.at(-1)?.push([at, value])
  }
  return runs
}
