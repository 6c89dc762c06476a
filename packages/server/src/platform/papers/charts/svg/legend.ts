import type { Chart } from '../../blocks.ts'
import { lookOf } from '../looks.ts'
import { DASHES, element, fillOf, FONT_SIZE, label, line, point, widthOf } from './elements.ts'
import type { Drawing } from './picture.ts'

const KEY = 26
const LINE = FONT_SIZE + 5

/** Which series is which, in as many lines as it takes. */
export function legend({ series, form }: Chart, width: number, top: number): Drawing {
  let [x, y] = [0, top]
  const items = series.map(({ name }, at) => {
    const needed = KEY + widthOf(name) + 14
    if (x > 0 && x + needed > width) [x, y] = [0, y + LINE]
    const drawn = key(form, at, x, y) + label(name, x + KEY, y + FONT_SIZE)
    x += needed
    return drawn
  })
  return { height: y - top + LINE, content: items.join('') }
}

function key(form: Chart['form'], at: number, x: number, y: number): string {
  const look = lookOf(at)
  if (form === 'bars')
    return element('rect', {
      x,
      y: y + 1,
      width: 20,
      height: 8,
      fill: fillOf(look),
      stroke: '#000',
      'stroke-width': 0.5,
    })
  const middle = y + 5
  return (
    line([x, middle], [x + 20, middle], { 'stroke-width': 1.3, 'stroke-dasharray': DASHES[look.dash] }) +
    point(look, x + 10, middle)
  )
}
