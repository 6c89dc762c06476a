import { COLUMNS, type ColumnName, MAPPED_COLUMNS, REQUIRED } from '@otklik/model/appeals'
import type { AppealMapping, FileLook, SavedMapping } from '@otklik/model/appeals/api'

/** Which mapping a file is read by: none for our own columns, a saved one, or one that is being made. */
export interface Draft {
  /** Of the saved mapping that it began with. */
  readonly id: number | null
  readonly name: string
  readonly mapping: AppealMapping
  readonly changed: boolean
}

export const OWN_COLUMNS: Draft = { id: null, name: '', mapping: {}, changed: false }
export const begunWith = ({ id, name, mapping }: SavedMapping): Draft => ({ id, name, mapping, changed: false })

/** Days as files write them; the first is what Russian Excel writes. */
export const DATE_PATTERNS = ['ДД.ММ.ГГГГ', 'ГГГГ-ММ-ДД', 'ДД/ММ/ГГГГ', 'ММ/ДД/ГГГГ'] as const
export const MAPPABLE: readonly ColumnName[] = [...COLUMNS, ...MAPPED_COLUMNS]
export const isNeeded = (column: ColumnName): boolean => REQUIRED.includes(column)

/** What looks like our columns is taken for them, words that say what we call something for ours. */
export function proposedFor(look: FileLook): AppealMapping {
  return { columns: look.proposed, dates: DATE_PATTERNS[0], lists: ';' }
}

export function withColumn({ columns, ...rest }: AppealMapping, column: ColumnName, title: string): AppealMapping {
  const { [column]: _, ...others } = columns ?? {}
  return { ...rest, columns: title === '' ? others : { ...others, [column]: title } }
}

export function withWord(mapping: AppealMapping, column: string, word: string, ours: string): AppealMapping {
  const values = mapping.values ?? {}
  const { [word]: _, ...others } = values[column] ?? {}
  return { ...mapping, values: { ...values, [column]: ours === '' ? others : { ...others, [word]: ours } } }
}

/** Words that we have a word for, all at once. */
export const withProposedWords = (mapping: AppealMapping, words: FileLook['words']): AppealMapping =>
  words.reduce(
    (before, { column, word, proposed }) => (proposed === null ? before : withWord(before, column, word, proposed)),
    mapping,
  )
