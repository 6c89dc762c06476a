import { PROCEDURE_TERMS, type ProcedureTerm } from '@otklik/model/certification/procedure'
import type { GivenDeadline, GivenDeadlines } from '@otklik/model/deadlines'
import type { DeadlinesAsked } from '../../platform/module.ts'
import { clockOf } from '../procedure/due.ts'

/** The point of the Правила as it is cited in the list. */
export const sourceOf = (point: string): string => `Правила, п. ${point}`

/** A clock that runs: since when, and for what. */
export interface Running extends Pick<GivenDeadline, 'period' | 'who' | 'mine' | 'address'> {
  readonly from: string
  /** Of what it is, after what is to be done: «…: Зачисление в школу». */
  readonly about: string
}

/** The deadlines of clocks, each with its last day; those without a calendar become notes. */
export function ofClocks(
  term: ProcedureTerm,
  running: readonly Running[],
  { calendar }: Pick<DeadlinesAsked, 'calendar'>,
): GivenDeadlines {
  const { what, point } = PROCEDURE_TERMS[term]
  const clocks = running.map(({ from, about, ...given }) => ({
    ...clockOf(term, from, calendar),
    entry: {
      ...given,
      code: `certification.${term}`,
      what: `${what}: ${about}`,
      source: sourceOf(point),
      internal: false,
      doneOn: null,
    },
  }))
  return {
    entries: clocks.flatMap(({ due, entry }) => (due === null ? [] : [{ ...entry, due }])),
    notes: clocks.flatMap(({ dueNote }) => dueNote ?? []),
  }
}
