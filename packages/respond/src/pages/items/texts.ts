import { flag, html, type Html } from '../../html.ts'
import type { PageView } from '../view.ts'
import { describedBy, type Fielded } from './fielded.ts'
import { fieldsFor } from './values.ts'

const DAY = /^\d{4}-\d\d-\d\d$/

/** A field to type in: a line, several lines, a number, a day. */
export function textField({ state }: PageView, field: Fielded): Html {
  const { item, shown } = field
  const { code, type, question } = item
  const typed = fieldsFor(item, state)[0] ?? ''
  const common = html`id="${code}" name="${code}" aria-labelledby="${code}-text"${describedBy(field)}${flag('disabled', !shown)}`
  if (type === 'long') return html`<textarea ${common} rows="5">${{ html: '\n' }}${typed}</textarea>`
  if (type === 'number') return html`<input type="text" inputmode="decimal" class="short" ${common} value="${typed}">`
  // A field of days drops what is none: then it is shown as it was typed.
  if (type === 'date' && (typed === '' || DAY.test(typed)))
    return html`<input type="date" class="short" ${common} value="${typed}"${bound('min', question.min)}${bound('max', question.max)}>`
  return html`<input type="text" ${common} value="${typed}">`
}

const bound = (name: 'min' | 'max', day: string | number | undefined): Html | false =>
  typeof day === 'string' && (name === 'min' ? html` min="${day}"` : html` max="${day}"`)
