import type { KnownLists } from '@otklik/model/questionnaires'
import type { Entries } from './survey.ts'

const known = new WeakMap<Entries, KnownLists>()

/** The codes of the entries, as judging asks for them. */
export function knownLists(lists: Entries): KnownLists {
  const made =
    known.get(lists) ??
    Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, new Set(list.map(({ code }) => code))]))
  known.set(lists, made)
  return made
}
