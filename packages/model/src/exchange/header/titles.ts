import { kindRules, kinds, type Kind } from '../columns.ts'

/** A title as it is compared: without case, outer spaces and a BOM. */
export const foldTitle = (title: string): string =>
  title
    .replace(/^\uFEFF/, '')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()
    .toLowerCase()

const namesOf = (kind: Kind): Map<string, string> =>
  new Map(
    kindRules[kind].columns.flatMap(({ name, aliases }) => [name, ...aliases].map((title) => [foldTitle(title), name])),
  )
const names = new Map(kinds.map((kind) => [kind, namesOf(kind)]))

/** The column of the kind that the title names. */
export const nameIn = (kind: Kind, title: string): string | undefined => names.get(kind)?.get(foldTitle(title))

/** Kinds in long form that have a column of this title. */
export const kindsWith = (title: string): Kind[] =>
  kinds.filter((kind) => kind !== 'wide' && nameIn(kind, title) !== undefined)

/** The column's title in Russian and its name: «Дата» (date). */
export function titleOfColumn(kind: Kind | null | undefined, name: string): string {
  const column = kind && kindRules[kind].columns.find((one) => one.name === name)
  return column ? `«${column.aliases[0]}» (${name})` : name
}

/** Appended to a file of set-aside rows; the corrected file may be sent back with them still there. */
export const setAsideColumns: readonly string[] = ['_row', '_codes', '_messages']
export const isSetAsideColumn = (title: string): boolean => setAsideColumns.includes(foldTitle(title))
