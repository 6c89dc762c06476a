const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A piece of a page whose texts have been escaped. Made by `html` only. */
export interface Html {
  readonly html: string
}

/** What may stand in a template: texts are escaped, pieces of pages are not, `false` and `undefined` leave nothing. */
export type Part = Html | string | number | false | undefined | readonly Part[]

/** Texts and attributes in quotation marks alike: html`<p title="${text}">${text}</p>`. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.reduce((made, text, at) => made + written(parts[at - 1]) + text) }
}

export const NOTHING: Html = { html: '' }

function written(part: Part): string {
  if (part === undefined || part === false) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'html' in part ? part.html : part.map(written).join('')
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

/** An attribute that is there or not: html`<input ${flag('checked', isChosen)}>`. */
export const flag = (name: 'checked' | 'disabled' | 'hidden' | 'open' | 'data-live', holds: boolean): Html =>
  holds ? { html: ` ${name}` } : NOTHING

/** Data for a script, in an element that browsers don't run: nothing in it can end the element. */
export const jsonIn = (value: unknown): Html => ({ html: JSON.stringify(value).replaceAll('<', '\\u003c') })

/** Lines of a text as they were written. */
export const lines = (text: string): Part => text.split('\n').map((line, at) => (at === 0 ? line : html`<br>${line}`))
