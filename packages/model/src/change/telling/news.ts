import { dayInWords } from '../../print/index.ts'

/** A measure that was carried out, and what it was for. */
export interface DoneMeasure {
  readonly problems: readonly string[]
  readonly text: string
  /** YYYY-MM-DD. */
  readonly doneOn: string
}

/** What whoever spoke of it is told (003, п. 4.4): what they said, what was done and when. Two sentences. */
export function newsOf({ problems, text, doneOn }: DoneMeasure): string {
  const said = problems.map((name) => `«${unquoted(name)}»`).join(', ')
  return `Вы говорили о том, что мешает людям: ${said}. Сделано ${dayInWords(doneOn)}: ${sentence(text)}`
}

const unquoted = (name: string): string => name.replace(/^«(.*)»$/u, '$1').replace(/[.\s]+$/u, '')

const sentence = (text: string): string => (/[.?…]$/u.test(text) ? text : `${text}.`)
