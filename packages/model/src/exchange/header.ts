import { findSection, findStatus, type Section, statusInSection, statusOf } from '../statuses/index.ts'
import { type Column, type Kind, kindRules, kinds } from './columns.ts'

/** A column of a `wide` file that holds moments of one event. */
export interface EventColumn {
  /** As the header wrote it: «ЕПГУ.11», «ОГВ#1018». */
  readonly title: string
  readonly section: Section
  /** The status its moments mean, or why no moment can be read from it. */
  readonly status: number | 'unknown_item' | 'unknown_status' | 'status_not_in_section' | 'ambiguous_item'
}
/** Where a header's cells stand: positions count from 0. */
export interface Layout {
  readonly kind: Kind
  readonly width: number
  readonly positions: ReadonlyMap<string, number>
  readonly events: readonly { readonly position: number; readonly column: EventColumn }[]
  readonly unknown: readonly { readonly position: number; readonly title: string }[]
}
export type HeaderVerdict =
  | { readonly ok: true; readonly layout: Layout }
  | {
      readonly ok: false
      readonly code: 'no_known_kind' | 'missing_column' | 'duplicate_column'
      readonly kind: Kind | null
      readonly columns: readonly string[]
    }

const fold = (title: string): string =>
  title
    .replace(/^\uFEFF/, '')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()
    .toLowerCase()

const namesOf = (kind: Kind): Map<string, string> =>
  new Map(
    kindRules[kind].columns.flatMap(({ name, aliases }) => [name, ...aliases].map((title) => [fold(title), name])),
  )
const names = new Map(kinds.map((kind) => [kind, namesOf(kind)]))
const nameIn = (kind: Kind, title: string): string | undefined => names.get(kind)?.get(fold(title))

const problemOf = (section: Section, item: string): EventColumn['status'] => {
  const found = statusOf(section, item)
  if (found.kind === 'resolved') return found.code
  return found.kind === 'ambiguous' ? 'ambiguous_item' : 'unknown_item'
}

function statusColumn(section: Section, text: string): EventColumn['status'] {
  const code = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  if (!findStatus(code)) return 'unknown_status'
  return statusInSection(section, code) ? code : 'status_not_in_section'
}

/** Reads «SECTION.ITEM» or «SECTION#STATUS»; undefined where the title is no such column. */
export function eventColumn(title: string): EventColumn | undefined {
  const match = /^([\p{L}]+)\s*([.#])\s*(\S.*)$/u.exec(title.replace(/^\uFEFF/, '').trim())
  const section = match?.[1] === undefined ? undefined : findSection(match[1])
  const rest = match?.[3]?.trim()
  if (!match || !section || rest === undefined) return undefined
  return {
    title: title.trim(),
    section,
    status: match[2] === '.' ? problemOf(section, rest) : statusColumn(section, rest),
  }
}

const everyName: ReadonlySet<string> = new Set([...names.values()].flatMap((titles) => [...titles.keys()]))

/** How many of the cells name a column of any kind: of several ways to cut a header, the right one gives most of them. */
export const countKnown = (titles: readonly string[]): number =>
  titles.filter((title) => everyName.has(fold(title)) || eventColumn(title) !== undefined).length

/**
 * The kind whose columns the header has most of; `events` and `requests` before others at a tie. Where it lacks two required
 * columns and more, and another kind lacks none, the file is of that one and the rest are columns nobody asked for.
 */
function guessKind(titles: readonly string[]): Kind | undefined {
  const ranked = rankKinds(titles)
  const likely = titles.some((title) => eventColumn(title)) ? 'wide' : ranked[0]
  const absent = (kind: Kind) => {
    const present = new Set(titles.map((title) => nameIn(kind, title)))
    return missing(kind, (name) => present.has(name)).length
  }
  if (likely === undefined || absent(likely) < 2) return likely
  return ranked.find((kind) => absent(kind) === 0 && !(kind === 'services' && numbersRequests(titles))) ?? likely
}

/** Services are no matter of one request: a file that numbers requests holds something else. */
const numbersRequests = (titles: readonly string[]): boolean =>
  titles.some((title) => nameIn('requests', title) === 'request_id')

/** Kinds in long form that the header has columns of, the likeliest first. */
function rankKinds(titles: readonly string[]): Kind[] {
  const own = (kind: Kind) => new Set(titles.map((title) => nameIn(kind, title)).filter(Boolean))
  const distinctive = (kind: Kind, name: string) =>
    kinds.filter((other) => other !== 'wide' && kindRules[other].columns.some((column) => column.name === name))
      .length === 1 && kind !== 'wide'
  return kinds
    .filter((kind) => kind !== 'wide')
    .map((kind) => {
      const found = [...own(kind)] as string[]
      return { kind, found: found.length, marks: found.filter((name) => distinctive(kind, name)).length }
    })
    .filter(({ found, marks }) => marks > 0 || found > 1)
    .sort((a, b) => b.marks - a.marks || b.found - a.found)
    .map(({ kind }) => kind)
}

/** Appended to a file of set-aside rows; the corrected file may be sent back with them still there. */
export const setAsideColumns: readonly string[] = ['_row', '_codes', '_messages']
export const isSetAsideColumn = (title: string): boolean => setAsideColumns.includes(fold(title))

const isRequired = (kind: Kind, column: Column): boolean =>
  column.required === true && !(kind === 'ratings' && column.name === 'score')

function missing(kind: Kind, has: (name: string) => boolean): string[] {
  const absent = kindRules[kind].columns.filter((column) => isRequired(kind, column) && !has(column.name))
  const either = kind === 'events' && !has('item') && !has('status') ? ['item'] : []
  const rated = kind === 'ratings' && !has('score') && !has('criteria') ? ['score'] : []
  return [...absent.map((column) => column.name), ...either, ...rated]
}

/**
 * Decides a file's kind and layout from the cells of its header. Cells are compared without regard to case, outer spaces
 * and a BOM, by canonical name or Russian alias; columns may come in any order.
 */
export function readHeader(titles: readonly string[]): HeaderVerdict {
  const kind = guessKind(titles)
  if (!kind) return { ok: false, code: 'no_known_kind', kind: null, columns: [] }
  const positions = new Map<string, number>()
  const twice: string[] = []
  const events: { position: number; column: EventColumn }[] = []
  const unknown: { position: number; title: string }[] = []
  titles.forEach((title, position) => {
    const name = nameIn(kind, title)
    const column = kind === 'wide' ? eventColumn(title) : undefined
    if (name !== undefined && positions.has(name)) twice.push(name)
    else if (name !== undefined) positions.set(name, position)
    else if (column) events.push({ position, column })
    else if (!isSetAsideColumn(title)) unknown.push({ position, title: title.trim() })
  })
  const repeated = events.filter((a, i) => events.findIndex((b) => fold(a.column.title) === fold(b.column.title)) < i)
  twice.push(...repeated.map(({ column }) => column.title))
  if (twice.length > 0) return { ok: false, code: 'duplicate_column', kind, columns: twice }
  const absent = missing(kind, (name) => positions.has(name))
  if (absent.length > 0) return { ok: false, code: 'missing_column', kind, columns: absent }
  return { ok: true, layout: { kind, width: titles.length, positions, events, unknown } }
}
