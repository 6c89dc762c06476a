import { escapedHtml } from '../../text.ts'

/** A piece of a page in which every text is escaped already. */
export interface Html {
  readonly html: string
}
type Piece = string | number | Html | null | undefined | false | readonly Piece[]

/** A template of HTML: what is put into it is text and nothing else, unless it is such a piece itself. */
export const html = (parts: TemplateStringsArray, ...values: readonly Piece[]): Html => ({
  html: parts.map((part, at) => part + (at < values.length ? asHtml(values[at]) : '')).join(''),
})

function asHtml(value: Piece): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'string' || typeof value === 'number') return escapedHtml(String(value))
  return 'html' in value ? value.html : value.map(asHtml).join('')
}
