import { type Column, type Kind, kindRules, kinds } from '../columns.ts'
import { eventColumn } from './event-column.ts'
import { kindsWith, nameIn } from './titles.ts'

/**
 * The kind whose columns the header has most of; `events` and `requests` before others at a tie. Where it lacks two required
 * columns and more, and another kind lacks none, the file is of that one and the rest are columns nobody asked for.
 */
export function guessKind(titles: readonly string[]): Kind | undefined {
  const ranked = rankKinds(titles)
  const likely = titles.some((title) => eventColumn(title)) ? 'wide' : ranked[0]
  if (likely === undefined || missingOf(likely, titles).length < 2) return likely
  return ranked.find((kind) => isWhole(kind, titles)) ?? likely
}

const missingOf = (kind: Kind, titles: readonly string[]): string[] => {
  const present = new Set(titles.map((title) => nameIn(kind, title)))
  return missingColumns(kind, (name) => present.has(name))
}

/** Nothing of the kind is missing. Services are no matter of one request: a file that numbers requests holds something else. */
const isWhole = (kind: Kind, titles: readonly string[]): boolean =>
  missingOf(kind, titles).length === 0 &&
  !(kind === 'services' && titles.some((title) => nameIn('requests', title) === 'request_id'))

/** A column that one kind alone has tells the kind. */
const isMark = (title: string): boolean => kindsWith(title).length === 1

/** Kinds in long form that the header has columns of, the likeliest first. */
function rankKinds(titles: readonly string[]): Kind[] {
  const own = (kind: Kind) => [...new Set(titles.filter((title) => nameIn(kind, title) !== undefined))]
  return kinds
    .filter((kind) => kind !== 'wide')
    .map((kind) => ({ kind, found: own(kind).length, marks: own(kind).filter(isMark).length }))
    .filter(({ found, marks }) => marks > 0 || found > 1)
    .sort((a, b) => b.marks - a.marks || b.found - a.found)
    .map(({ kind }) => kind)
}

/** Kinds besides the file's own that the header has all of, by a column that the file's own kind has not. */
export const carriedBesides = (kind: Kind, titles: readonly string[]): Kind[] =>
  rankKinds(titles).filter(
    (other) =>
      other !== kind &&
      isWhole(other, titles) &&
      titles.some((title) => isMark(title) && nameIn(other, title) && !nameIn(kind, title)),
  )

const isRequired = (kind: Kind, column: Column): boolean =>
  column.required === true && !(kind === 'ratings' && column.name === 'score')

/** Required columns that are not there; of two that stand for one another, the first. */
export function missingColumns(kind: Kind, has: (name: string) => boolean): string[] {
  const absent = kindRules[kind].columns.filter((column) => isRequired(kind, column) && !has(column.name))
  const either = kind === 'events' && !has('item') && !has('status') ? ['item'] : []
  const rated = kind === 'ratings' && !has('score') && !has('criteria') ? ['score'] : []
  return [...absent.map((column) => column.name), ...either, ...rated]
}
