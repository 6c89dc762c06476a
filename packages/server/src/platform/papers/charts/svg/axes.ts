import { numberFormat, PAPER } from '@otklik/model/print'
import type { Scale } from '../scale.ts'
import { FONT_SIZE, label, line, widthOf } from './elements.ts'

/** Where values are drawn, in the units of the picture (points). */
export interface Area {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const { number } = numberFormat(PAPER)
const GRID = { stroke: '#bbb', 'stroke-width': 0.4 } as const

export const tickTexts = ({ ticks, digits }: Scale): string[] => ticks.map((tick) => number(tick, digits))

/** Lines across with their values at the left, and the unit over them. */
export function valueAxis(scale: Scale, area: Area, y: (value: number) => number, unit: string | undefined): string {
  const texts = tickTexts(scale)
  const lines = scale.ticks.map(
    (tick, at) =>
      line([area.left, y(tick)], [area.right, y(tick)], GRID) +
      label(texts[at] ?? '', area.left - 4, y(tick) + FONT_SIZE / 3, 'end'),
  )
  const head = unit === undefined ? '' : label(unit, area.left - 4, area.top - 8, 'end')
  return lines.join('') + head
}

/** Names of the categories under the middle of their places; every second or third where they are many. */
export function categoryAxis(categories: readonly string[], area: Area, middle: (at: number) => number): string {
  const place = (area.right - area.left) / Math.max(1, categories.length)
  const widest = Math.max(...categories.map((category) => widthOf(category))) + 6
  const every = Math.max(1, Math.ceil(widest / place))
  const names = categories.map((category, at) =>
    at % every === 0 ? label(category, middle(at), area.bottom + FONT_SIZE + 4, 'middle') : '',
  )
  return names.join('')
}
