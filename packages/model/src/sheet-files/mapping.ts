import { type Fields, fieldOf, fieldsOf, InputError, shown, wholeField } from '../inputs/index.ts'
import { type DatePattern, datePattern, ISO_DATES } from './date-pattern.ts'

/** The columns that a kind of file has by our own names, in their order, and those that it can't do without. */
export interface ColumnSet<Column extends string> {
  readonly all: readonly Column[]
  readonly required: readonly Column[]
  /** Those that a file has only where its mapping names them: a column of that title may be about anything else. */
  readonly mapped?: readonly Column[]
}

/** How a file of another system is read: `{"header":3,"columns":{…},"dates":"ДД.ММ.ГГГГ","lists":";","values":{…}}`. */
export interface Mapping<Column extends string = string> {
  /** The row of the titles, as Excel counts it. */
  readonly header: number
  /** Titles of the file by our columns; a column that is not named stands under its own name, if at all. */
  readonly columns: ReadonlyMap<Column, string>
  readonly dates: DatePattern
  /** What parts the items of a list. */
  readonly lists: string
  /** Our words by those of the file, of each column. */
  readonly values: ReadonlyMap<Column, ReadonlyMap<string, string>>
}

/** The mapping of our own files: nothing stands otherwise. */
export const ownMapping = <Column extends string>(): Mapping<Column> => ({
  header: 1,
  columns: new Map(),
  dates: ISO_DATES,
  lists: '|',
  values: new Map(),
})

const MOST_ROWS_ABOVE = 1000

/** Reads a mapping as its file gives it; throws InputError with the first fault. */
export function readMapping<Column extends string>(
  value: unknown,
  { all: unnamed, mapped = [] }: Pick<ColumnSet<Column>, 'all' | 'mapped'>,
): Mapping<Column> {
  const all = [...unnamed, ...mapped]
  const fields = fieldsOf(value, ['header', 'columns', 'dates', 'lists', 'values'])
  const own = ownMapping<Column>()
  const has = (name: string): boolean => fieldOf(fields, name) !== undefined
  return {
    header: has('header') ? wholeField(fields, 'header', { min: 1, max: MOST_ROWS_ABOVE }) : own.header,
    columns: new Map(
      entriesOf(fields, 'columns', all).map(([name, title]) => [name, textOf(title, `columns.${name}`)]),
    ),
    dates: has('dates') ? datePattern(textOf(fieldOf(fields, 'dates'), 'dates')) : own.dates,
    lists: has('lists') ? textOf(fieldOf(fields, 'lists'), 'lists') : own.lists,
    values: new Map(entriesOf(fields, 'values', all).map(([name, words]) => [name, readWords(words, name)])),
  }
}

/** What stands under each of our columns in an object of the mapping. */
function entriesOf<Column extends string>(
  fields: Fields,
  name: 'columns' | 'values',
  all: readonly Column[],
): [Column, unknown][] {
  const given = fieldOf(fields, name)
  if (given === undefined) return []
  const inner = fieldsOf(given, all, `${name}.`)
  return all.filter((column) => fieldOf(inner, column) !== undefined).map((column) => [column, fieldOf(inner, column)])
}

function readWords(value: unknown, column: string): ReadonlyMap<string, string> {
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
export const translated = <Column extends string>({ values }: Mapping<Column>, column: Column, word: string): string =>
  values.get(column)?.get(fold(word)) ?? word

const titleOf = <Column extends string>({ columns }: Mapping<Column>, column: Column): string =>
  columns.get(column) ?? column

/** Whether a title of the file is that of one of our columns. */
export function isKnownTitle<Column extends string>(
  mapping: Mapping<Column>,
  { all }: Pick<ColumnSet<Column>, 'all'>,
): (title: string) => boolean {
  const known = new Set([...all.map((column) => titleOf(mapping, column)), ...mapping.columns.values()].map(fold))
  return (title) => known.has(fold(title))
}

/** Where each of our columns stands in the file, from 0. */
export type Layout<Column extends string = string> = ReadonlyMap<Column, number>

/** Finds our columns among the titles; throws InputError where a needed or a named one is not there, or stands twice. */
export function layoutOf<Column extends string>(
  mapping: Mapping<Column>,
  titles: readonly string[],
  { all, required, mapped = [] }: ColumnSet<Column>,
): Layout<Column> {
  const folded = titles.map(fold)
  const layout = new Map<Column, number>()
  for (const column of [...all, ...mapped.filter((one) => mapping.columns.has(one))]) {
    const title = titleOf(mapping, column)
    const at = folded.indexOf(fold(title))
    if (at < 0 && (mapping.columns.has(column) || required.includes(column))) throw missing(title, column, titles)
    if (at >= 0 && folded.includes(fold(title), at + 1))
      throw new InputError('duplicate_column', `Столбец «${title}» стоит в файле дважды. Переименуйте один из них.`)
    if (at >= 0) layout.set(column, at)
  }
  return layout
}

function missing(title: string, column: string, titles: readonly string[]): InputError {
  const named = title === column ? `«${title}»` : `«${title}» (${column})`
  const seen = titles.filter((one) => one !== '').join(', ')
  return new InputError('missing_column', `Столбца ${named} в файле нет. Есть: ${shown(seen)}.`)
}
