import type { Item } from '@otklik/model/questionnaires'
import { flag, html, type Html, type Part } from '../../html.ts'
import type { PageView } from '../view.ts'
import { describedBy, type Fielded } from './fielded.ts'
import { fieldsFor } from './values.ts'

/** One thing to choose: the code that is sent, and its label. */
export interface Choice {
  readonly code: string
  readonly label: string
  readonly other?: boolean
}

export interface ChoicesOptions {
  /** Boxes: several may be chosen. */
  readonly many?: boolean
  /** How many controls of the item stand before these. */
  readonly after?: number
}

/** The first control of an item has its code as the id: links from the list of errors lead there. */
export const controlId = ({ code }: Item, at: number): string => (at === 0 ? code : `${code}-${at}`)

/** Radio buttons, or boxes where several may be chosen. */
export function choices(
  view: PageView,
  field: Fielded,
  offered: readonly Choice[],
  { many = false, after = 0 }: ChoicesOptions = {},
): Html {
  const { item } = field
  const chosen = fieldsFor(item, view.state)
  return html`<div class="choices">${offered.map(({ code, label, other }, at) => {
    const id = controlId(item, after + at)
    return html`<div class="choice"><input type="${many ? 'checkbox' : 'radio'}" id="${id}" name="${item.code}" value="${code}"${flag('checked', chosen.includes(code))}${flag('disabled', !field.shown)}${describedBy(field)}><label for="${id}">${label}</label></div>${other && otherText(view, field, label)}`
  })}</div>`
}

export const optionsOf = ({ tell }: PageView, { options }: Item): Choice[] =>
  [...options.values()].map(({ code, text, other }) => ({ code, label: tell(text), other }))

/** The text that «другое» asks for; the script shows it once its option is chosen. */
function otherText({ say, state }: PageView, { item, shown }: Fielded, label: string): Part {
  const name = `${item.code}.other`
  const typed = state.other[item.code]
  return html`<div class="other" data-other="${item.code}"><label for="${name}">${say('specify')}<span class="unseen">: ${label}</span></label><input type="text" id="${name}" name="${name}" value="${typeof typed === 'string' ? typed : ''}"${flag('disabled', !shown)}></div>`
}
