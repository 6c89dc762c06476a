import type { Kind, Outcome, Source } from '../kinds.ts'

/** The columns of a file of appeals by our own names, in the order of the quarter's file. */
export const COLUMNS = [
  'number',
  'authority',
  'service',
  'kind',
  'source',
  'received',
  'registered',
  'rule',
  'extended_by',
  'answered',
  'closed',
  'outcome',
  'topics',
  'duplicate_of',
  'void',
  'asked',
  'solved',
  'reopened',
] as const
/** What a file of another system may bring besides; none of it is counted, and a mapping has to name it. */
export const MAPPED_COLUMNS = ['text', 'applicant', 'mail', 'phone', 'address', 'office', 'request_id'] as const
export type MappedColumn = (typeof MAPPED_COLUMNS)[number]
export type ColumnName = (typeof COLUMNS)[number] | MappedColumn
export const REQUIRED: readonly ColumnName[] = ['number', 'received', 'source', 'kind']
export type DateColumn = 'received' | 'registered' | 'answered' | 'closed' | 'asked'

export const SOLVED = ['yes', 'partly', 'no'] as const
export type Solved = (typeof SOLVED)[number]

/** What is known of an appeal when it is counted; days are `YYYY-MM-DD`, null where it has not come to that. */
export interface Appeal {
  readonly number: string
  readonly authority: string
  readonly service: string
  readonly kind: Kind
  readonly source: Source
  readonly received: string
  readonly registered: string | null
  /** The code of its rule; null: it has no term. */
  readonly rule: string | null
  readonly extended_by: number
  /** The day of the first answer on the merits. */
  readonly answered: string | null
  readonly closed: string | null
  readonly outcome: Outcome | null
  readonly topics: readonly string[]
  readonly duplicate_of: string | null
  readonly void: boolean
  /** The day on which the applicant was asked whether the matter is solved. */
  readonly asked: string | null
  readonly solved: Solved | null
  /** How many times it was reopened. */
  readonly reopened: number
}

/** Why a row is set aside, in the order in which the codes of a row stand. */
export const ROW_CODES = {
  required: 'Не заполнены номер, дата поступления, источник или вид обращения.',
  bad_date: 'Дата не существует или записана не так, как указано в сопоставлении.',
  date_in_future: 'Дата позже дня, на который составлен файл.',
  out_of_order: 'Даты не по порядку: поступление, регистрация, ответ или закрытие.',
  unknown_source: 'Такого источника нет. Добавьте его в сопоставление.',
  unknown_kind: 'Такого вида обращения нет. Добавьте его в сопоставление.',
  unknown_rule: 'Такого правила срока нет.',
  unknown_outcome: 'Такого итога нет. Добавьте его в сопоставление.',
  unknown_value: 'Отметка «void» бывает yes, ответ «solved» – yes, partly или no.',
  bad_number: 'Дни продления и число возобновлений – целые числа от 0.',
  extension_not_allowed: 'Срок по этому правилу не продлевается.',
  extension_too_long: 'Срок продлён больше, чем допускает правило.',
  unknown_original: 'Обращения, дубликатом которого названо это, нет, или оно само дубликат или отложено.',
  duplicate_number: 'Обращение с этим номером в файле уже есть, с другими данными.',
  other_authority: 'В строке назван другой орган, не тот, в реестр которого загружают файл.',
} as const
export type RowCode = keyof typeof ROW_CODES
export const ALL_ROW_CODES = Object.keys(ROW_CODES) as readonly RowCode[]
