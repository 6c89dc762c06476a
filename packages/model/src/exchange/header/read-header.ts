import { type Kind, kinds } from '../columns.ts'
import { type EventColumn, eventColumn } from './event-column.ts'
import { carriedBesides, guessKind, missingColumns } from './guess-kind.ts'
import { nearTitle, type NearTitle } from './near-titles.ts'
import { foldTitle, isSetAsideColumn, kindsWith, nameIn } from './titles.ts'

/** A title at its place. */
interface Placed {
  /** From 0. */
  readonly position: number
  readonly title: string
}
/** Where a header's cells stand: positions count from 0. */
export interface Layout {
  readonly kind: Kind
  readonly width: number
  readonly positions: ReadonlyMap<string, number>
  readonly events: readonly { readonly position: number; readonly column: EventColumn }[]
  /** Columns that are passed over; `of`: the kind that has such a column. */
  readonly unknown: readonly (Placed & { readonly of?: Kind })[]
  /** Columns that look like one the header lacks: what they hold may not be lost, so their rows are set aside. */
  readonly misspelt: readonly (Placed & NearTitle)[]
}
export type HeaderVerdict =
  | { readonly ok: true; readonly layout: Layout }
  | {
      readonly ok: false
      readonly code: 'no_known_kind' | 'missing_column' | 'duplicate_column' | 'mixed_kinds'
      readonly kind: Kind | null
      readonly columns: readonly string[]
      /** Titles in the header that look like the missing ones. */
      readonly near?: readonly NearTitle[]
      /** Kinds that the header has all columns of, besides its own. */
      readonly besides?: readonly Kind[]
    }

/** How many of the cells name a column of any kind: of several ways to cut a header, the right one gives most of them. */
export const countKnown = (titles: readonly string[]): number =>
  titles.filter((title) => kinds.some((kind) => nameIn(kind, title)) || eventColumn(title) !== undefined).length

interface Found {
  readonly positions: Map<string, number>
  readonly events: { position: number; column: EventColumn }[]
  readonly others: Placed[]
  readonly twice: string[]
}

function findColumns(kind: Kind, titles: readonly string[]): Found {
  const found: Found = { positions: new Map(), events: [], others: [], twice: [] }
  titles.forEach((title, position) => {
    const name = nameIn(kind, title)
    const column = kind === 'wide' ? eventColumn(title) : undefined
    if (name !== undefined && found.positions.has(name)) found.twice.push(name)
    else if (name !== undefined) found.positions.set(name, position)
    else if (column) found.events.push({ position, column })
    else if (!isSetAsideColumn(title)) found.others.push({ position, title: title.trim() })
  })
  const titleAt = (at: number) => foldTitle(found.events[at]?.column.title ?? '')
  const repeated = found.events.filter((_, i) => found.events.findIndex((_, j) => titleAt(j) === titleAt(i)) < i)
  found.twice.push(...repeated.map(({ column }) => column.title))
  return found
}

/**
 * Decides a file's kind and layout from the cells of its header. Cells are compared without regard to case, outer spaces
 * and a BOM, by canonical name or Russian alias; columns may come in any order.
 */
export function readHeader(titles: readonly string[]): HeaderVerdict {
  const kind = guessKind(titles)
  if (!kind) return { ok: false, code: 'no_known_kind', kind: null, columns: [] }
  const { positions, events, others, twice } = findColumns(kind, titles)
  if (twice.length > 0) return { ok: false, code: 'duplicate_column', kind, columns: twice }
  const has = (name: string) => positions.has(name)
  const near = others.map((other) => ({ ...other, ...nearTitle(kind, other.title, (name) => !has(name)) }))
  const misspelt = near.filter((one): one is Placed & NearTitle => one.name !== undefined)
  const absent = missingColumns(kind, has)
  if (absent.length > 0)
    return { ok: false, code: 'missing_column', kind, columns: absent, ...(misspelt.length > 0 && { near: misspelt }) }
  const besides = carriedBesides(kind, titles)
  if (besides.length > 0) return { ok: false, code: 'mixed_kinds', kind, columns: ofOtherKinds(others), besides }
  const unknown = near
    .filter(({ name }) => name === undefined)
    .map(({ position, title }) => passedOver(position, title))
  return { ok: true, layout: { kind, width: titles.length, positions, events, unknown, misspelt } }
}

const ofOtherKinds = (others: readonly Placed[]): string[] =>
  others.map(({ title }) => title).filter((title) => kindsWith(title).length > 0)

function passedOver(position: number, title: string): Layout['unknown'][number] {
  const [of, ...more] = kindsWith(title)
  return of && more.length === 0 ? { position, title, of } : { position, title }
}
