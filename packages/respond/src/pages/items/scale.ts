import { flag, html, type Html } from '../../html.ts'
import type { PageView } from '../view.ts'
import { choices, controlId, optionsOf } from './choices.ts'
import { describedBy, type Fielded } from './fielded.ts'
import { fieldsFor } from './values.ts'

/** From here on points stand in two rows on a narrow screen. */
const FIT_ON_A_PHONE = 6

/** Points in one row with both ends named; «затрудняюсь» under them. */
export function scale(view: PageView, field: Fielded): Html {
  const { item, shown } = field
  const { min, max, order, low, high } = item.question
  const points = pointsOf(Number(min), Number(max))
  if (order === 'desc') points.reverse()
  const chosen = fieldsFor(item, view.state)
  const named = new Map([
    [Number(min), view.tell(low)],
    [Number(max), view.tell(high)],
  ])
  const ends = points.length > 0 && [named.get(points[0] ?? 0), named.get(points.at(-1) ?? 0)]
  return html`<div class="scale${points.length > FIT_ON_A_PHONE ? ' long' : ''}">${points.map((point, at) => {
    const id = controlId(item, at)
    const name = named.get(point)
    return html`<div class="point"><input type="radio" id="${id}" name="${item.code}" value="${point}"${flag('checked', chosen.includes(String(point)))}${flag('disabled', !shown)}${describedBy(field)}><label for="${id}">${point}${name !== undefined && name !== '' && html`<span class="unseen"> – ${name}</span>`}</label></div>`
  })}</div>${ends && ends.some(Boolean) && html`<p class="ends" aria-hidden="true"><span>${ends[0]}</span><span>${ends[1]}</span></p>`}${item.options.size > 0 && choices(view, field, optionsOf(view, item), { after: points.length })}`
}

const pointsOf = (min: number, max: number): number[] =>
  Array.from({ length: Math.max(0, max - min + 1) }, (_, at) => min + at)
