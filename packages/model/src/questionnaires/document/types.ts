/** A text in the languages of the questionnaire: `{ ru: '…', tt: '…' }`. */
export type Text = Readonly<Record<string, string>>
export type Scalar = string | number | boolean

/** `count` compares how many options were chosen, or rows of a matrix answered. */
export type CountComparison = {
  readonly lt?: number
  readonly le?: number
  readonly gt?: number
  readonly ge?: number
}

/**
 * What is asked of one question (`q5`, `q6.site`) or one attribute of the link. Where several comparisons stand, all must
 * hold. Of no answer every one but `answered` is false, `notIn` too; of an array `is` and `in` mean "contains".
 */
export interface Comparison {
  readonly question?: string
  readonly attribute?: string
  readonly is?: Scalar
  readonly in?: readonly Scalar[]
  readonly notIn?: readonly Scalar[]
  readonly answered?: boolean
  readonly lt?: number | string
  readonly le?: number | string
  readonly gt?: number | string
  readonly ge?: number | string
  readonly count?: CountComparison
}

/** When something is shown (`showIf`), or when a rule applies. Only earlier questions may be asked for. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Comparison

export interface Option {
  readonly code: string
  readonly text: Text
  /** The number it has in exports; without it they are numbered in order. */
  readonly value?: number
  /** «Затрудняюсь ответить», «не взаимодействовал»: an answer, but outside every base. */
  readonly missing?: boolean
  /** Asks for a text of at most 500 signs. */
  readonly other?: boolean
  /** Goes with no other option of a `many`. */
  readonly exclusive?: boolean
  /** Ends the interview: all later questions are hidden. */
  readonly end?: boolean
  /** Not in the source document. */
  readonly added?: boolean
}

export interface Row {
  readonly code: string
  readonly text: Text
  readonly number?: string
  readonly measure?: string
  readonly showIf?: Condition
}

export const questionTypes = [
  'one',
  'many',
  'scale',
  'matrix',
  'text',
  'long',
  'number',
  'date',
  'list',
  'consent',
  'note',
] as const
export type QuestionType = (typeof questionTypes)[number]

/** A question with the fields of every type; which of them a type has is said by the page of the format. */
export interface Question {
  readonly code: string
  /** As the source numbers it, gaps and letters kept: «2а». */
  readonly number?: string
  readonly type: QuestionType
  readonly text: Text
  readonly hint?: Text
  /** The words of the source document where the shown ones differ. */
  readonly sourceText?: string
  readonly required?: boolean
  readonly added?: boolean
  readonly showIf?: Condition
  /** Makes answers of any form, authority and year one series. */
  readonly measure?: string
  /** Of `one`, `many`, `matrix`; of a `scale` only those that are `missing`. */
  readonly options?: readonly Option[]
  readonly shuffle?: boolean
  readonly rows?: readonly Row[]
  /** Ends of a scale or number, how many options at least, or a day. */
  readonly min?: number | string
  readonly max?: number | string
  readonly low?: Text
  readonly high?: Text
  readonly order?: 'asc' | 'desc'
  /** In code points; 500 for `text`, 5000 for `long`. */
  readonly maxLength?: number
  readonly decimals?: number
  readonly list?: string
  readonly many?: boolean
  /** Offers only what was chosen in that question. */
  readonly from?: string
}

export interface Page {
  readonly code: string
  readonly title?: Text
  readonly showIf?: Condition
  readonly questions: readonly Question[]
}

export interface ListEntry {
  readonly code: string
  readonly text: Text
}
export const registerLists = ['register:services', 'register:offices', 'register:municipalities'] as const
/** Own entries, or a list of the register that is frozen into the campaign. */
export type List = readonly ListEntry[] | (typeof registerLists)[number]

export interface Contradiction {
  readonly code: string
  readonly if: Condition
  readonly text: string
}

export const FORMAT = 'otklik-questionnaire/1'

/** The document. A published version never changes; codes survive versions. */
export interface Questionnaire {
  readonly format: typeof FORMAT
  readonly code: string
  readonly version?: number
  readonly title: Text
  /** The first is the main one: every text has it. */
  readonly languages: readonly string[]
  readonly source?: string
  readonly draft?: boolean
  /** Values that the campaign may replace: `{period}` in a text. */
  readonly parameters?: Readonly<Record<string, string>>
  readonly intro?: Text
  readonly outro?: Text
  readonly lists?: Readonly<Record<string, List>>
  readonly contradictions?: readonly Contradiction[]
  /** Weights of measures `criterion.*` in the index of satisfaction; 1 where none is given. */
  readonly csi?: { readonly weights?: Readonly<Record<string, number>> }
  readonly pages: readonly Page[]
}
