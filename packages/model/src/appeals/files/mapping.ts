import { type Fields, fieldOf, fieldsOf, InputError, shown, wholeField } from '../../inputs/index.ts'
import { COLUMNS, type ColumnName, REQUIRED } from './columns.ts'
import { type DatePattern, datePattern, ISO_DATES } from './date-pattern.ts'

/** How a file of another system is read: `{"header":3,"columns":{…},"dates":"ДД.ММ.ГГГГ","lists":";","values":{…}}`. */
export interface Mapping {
  /** The row of the titles, as Excel counts it. */
  readonly header: number
  /** Titles of the file by our columns; a column that is not named stands under its own name, if at all. */
  readonly columns: ReadonlyMap<ColumnName, string>
  readonly dates: DatePattern
  /** What parts the items of a list. */
  readonly lists: string
  /** Our words by those of the file, of each column. */
  readonly values: ReadonlyMap<ColumnName, ReadonlyMap<string, string>>
}

/** The mapping of our own files. */
export const OWN_MAPPING: Mapping = { header: 1, columns: new Map(), dates: ISO_DATES, lists: '|', values: new Map() }

const MOST_ROWS_ABOVE = 1000

/** Reads a mapping as its file gives it; throws InputError with the first fault. */
export function readMapping(value: unknown): Mapping {
  const fields = fieldsOf(value, ['header', 'columns', 'dates', 'lists', 'values'])
  const has = (name: string): boolean => fieldOf(fields, name) !== undefined
  return {
    header: has('header') ? wholeField(fields, 'header', { min: 1, max: MOST_ROWS_ABOVE }) : OWN_MAPPING.header,
    columns: new Map(entriesOf(fields, 'columns').map(([name, title]) => [name, textOf(title, `columns.${name}`)])),
    dates: has('dates') ? datePattern(textOf(fieldOf(fields, 'dates'), 'dates')) : OWN_MAPPING.dates,
    lists: has('lists') ? textOf(fieldOf(fields, 'lists'), 'lists') : OWN_MAPPING.lists,
    values: new Map(entriesOf(fields, 'values').map(([name, words]) => [name, readWords(words, name)])),
  }
}

/** What stands under each of our columns in an object of the mapping. */
function entriesOf(fields: Fields, name: 'columns' | 'values'): [ColumnName, unknown][] {
  const given = fieldOf(fields, name)
  if (given === undefined) return []
  const inner = fieldsOf(given, COLUMNS, `${name}.`)
  return COLUMNS.filter((column) => fieldOf(inner, column) !== undefined).map((column) => [
    column,
    fieldOf(inner, column),
  ])
}

function readWords(value: unknown, column: ColumnName): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new InputError('wrong_type', `Поле values.${column}: нужен объект JSON, а дано ${shown(value)}.`)
  return new Map(Object.entries(value).map(([word, ours]) => [fold(word), textOf(ours, `values.${column}.${word}`)]))
}

function textOf(value: unknown, field: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw new InputError('wrong_type', `Поле ${field}: нужна непустая строка, а дано ${shown(value)}.`)
}

/** Titles and words are compared without regard to case, spaces and marks that nobody sees. */
export const fold = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200D\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

/** Our word for one of the file's: itself where the mapping has none. */
export const translated = ({ values }: Mapping, column: ColumnName, word: string): string =>
  values.get(column)?.get(fold(word)) ?? word

const titleOf = ({ columns }: Mapping, column: ColumnName): string => columns.get(column) ?? column

/** Whether a title of the file is that of one of our columns. */
export function isKnownTitle(mapping: Mapping): (title: string) => boolean {
  const known = new Set(COLUMNS.map((column) => fold(titleOf(mapping, column))))
  return (title) => known.has(fold(title))
}

/** Where each of our columns stands in the file, from 0. */
export type Layout = ReadonlyMap<ColumnName, number>

/** Finds our columns among the titles; throws InputError where a needed or a named one is not there, or stands twice. */
export function layoutOf(mapping: Mapping, titles: readonly string[]): Layout {
  const folded = titles.map(fold)
  const layout = new Map<ColumnName, number>()
  for (const column of COLUMNS) {
    const title = titleOf(mapping, column)
    const at = folded.indexOf(fold(title))
    if (at < 0 && (mapping.columns.has(column) || REQUIRED.includes(column))) throw missing(title, column, titles)
    if (at >= 0 && folded.includes(fold(title), at + 1))
      throw new InputError('duplicate_column', `Столбец «${title}» стоит в файле дважды. Переименуйте один из них.`)
    if (at >= 0) layout.set(column, at)
  }
  return layout
}

function missing(title: string, column: ColumnName, titles: readonly string[]): InputError {
  const named = title === column ? `«${title}»` : `«${title}» (${column})`
  const seen = titles.filter((one) => one !== '').join(', ')
  return new InputError('missing_column', `Столбца ${named} в файле нет. Есть: ${shown(seen)}.`)
}
