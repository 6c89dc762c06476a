/** How a bound is said: «меньше 3», «не раньше 01.02.2026». */
export type Bound = 'lt' | 'le' | 'gt' | 'ge'
/** What kind of answers a question takes, as far as sentences differ by it. */
export type Kind = 'choice' | 'choices' | 'rating' | 'number' | 'day' | 'consent' | 'text'

/** The pieces that sentences about conditions are made of, in one language. */
export interface Words {
  readonly showIf: (condition: string) => string
  readonly and: string
  readonly or: string
  readonly not: (condition: string) => string
  readonly quoted: (text: string) => string
  /** One of several values: «А», «Б» или «В». */
  readonly oneOf: (values: readonly string[]) => string
  /** Where the answer stands: «в вопросе 8», «в строке „Сайт“ вопроса 6»; `name` is a number or a quoted text. */
  readonly inQuestion: (name: string, row?: string) => string
  readonly answered: (name: string, row: string | undefined, yes: boolean) => string
  readonly is: (place: string, kind: Kind, values: string) => string
  readonly isNot: (place: string, kind: Kind, values: string) => string
  readonly bounds: Readonly<Record<Bound, (kind: Kind, value: string) => string>>
  readonly compared: (place: string, kind: Kind, bounds: readonly string[]) => string
  readonly counted: (place: string, bounds: readonly string[]) => string
  readonly attribute: (name: string) => string
  readonly known: (attribute: string, yes: boolean) => string
  readonly day: (day: string) => string
}
