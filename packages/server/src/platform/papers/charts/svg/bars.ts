import { numberFormat, PAPER } from '@otklik/model/print'
import type { Chart } from '../../blocks.ts'
import { lookOf } from '../looks.ts'
import { type Scale, scaleFor } from '../scale.ts'
import { tickTexts } from './axes.ts'
import { element, fillOf, FONT_SIZE, label, line, raised, widthOf } from './elements.ts'
import { folded } from './folded.ts'
import type { Drawing } from './picture.ts'
import { whisker } from './whiskers.ts'

const { number } = numberFormat(PAPER)
const BAR = 9
const GAP = 8
const NAME_LINES = 3

/** Bars that lie, so that names of services have room at the left; a bar's value stands at its end. */
export function drawBars(chart: Chart, width: number): Drawing {
  const { categories, series, digits = 1, unit } = chart
  const scale = scaleFor(chart)
  const names = categories.map((category) => folded(category, 38, NAME_LINES))
  const nameWidth = Math.min(width * 0.45, Math.max(...names.flat().map((name) => widthOf(name))) + 6)
  const tick = Math.max(...tickTexts(scale).map((text) => widthOf(text)))
  const right = width - tick - widthOf(unit ?? '') - 10
  const x = (value: number) => nameWidth + ((value - scale.low) / (scale.high - scale.low)) * (right - nameWidth)
  const end = (value: number, interval: { low: number; high: number } | null, y: number): string => {
    const middle = y + BAR / 2
    const text = raised(number(value, digits), Math.max(x(value), interval ? x(interval.high) : 0) + 3, middle + 3)
    return (interval ? whisker(interval, middle, x, 'flat') : '') + text
  }
  let top = 6
  const rows = names.map((lines, at) => {
    const height = Math.max(series.length * BAR, lines.length * (FONT_SIZE + 1))
    const middle = top + height / 2
    const first = middle - (series.length * BAR) / 2
    const bars = series.map((one, of) => {
      const value = one.values[at] ?? null
      const y = first + of * BAR
      if (value === null) return label(PAPER.nothing, x(Math.max(0, scale.low)) + 3, y + BAR - 2)
      const interval = one.intervals?.[at] ?? null
      return bar(of, x(Math.max(0, scale.low)), x(value), y) + end(value, interval, y)
    })
    top += height + GAP
    return nameOf(lines, nameWidth - 5, middle) + bars.join('')
  })
  return { height: top + 16, content: grid(scale, x, top, unit) + rows.join('') }
}

function bar(of: number, zero: number, to: number, y: number): string {
  const paint = { fill: fillOf(lookOf(of)), stroke: '#000', 'stroke-width': 0.5 }
  return element('rect', { x: Math.min(zero, to), y: y + 0.5, width: Math.abs(to - zero), height: BAR - 1, ...paint })
}

const nameOf = (lines: readonly string[], x: number, middle: number): string =>
  lines
    .map((text, at) => label(text, x, middle + (at - (lines.length - 1) / 2) * (FONT_SIZE + 1) + FONT_SIZE / 3, 'end'))
    .join('')

function grid(scale: Scale, x: (value: number) => number, bottom: number, unit: string | undefined): string {
  const texts = tickTexts(scale)
  const lines = scale.ticks.map(
    (tick, at) =>
      line([x(tick), 2], [x(tick), bottom - 4], { stroke: '#bbb', 'stroke-width': 0.4 }) +
      label(texts[at] ?? '', x(tick), bottom + FONT_SIZE, 'middle'),
  )
  const last = scale.ticks.at(-1) ?? 0
  const head = unit === undefined ? '' : label(unit, x(last) + widthOf(texts.at(-1) ?? '') / 2 + 4, bottom + FONT_SIZE)
  return lines.join('') + head
}
