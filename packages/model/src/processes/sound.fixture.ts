// What every table of states must be, whatever it is about: for the tests of each.
import { expect } from 'vitest'
import { type Process, step } from './index.ts'

/** States that can be reached from nothing, or from the first one where things come from outside. */
function reached({ states, moves }: Process): Set<string> {
  const found = new Set<string | null>([null, ...Object.keys(states).slice(0, 1)])
  for (let size = 0; size !== found.size; ) {
    size = found.size
    for (const { from, to } of moves) if (to !== 'same' && from.some((state) => found.has(state))) found.add(to)
  }
  return new Set([...found].filter((state) => state !== null))
}

export function expectSound(process: Process): void {
  const { states, events, guards, actors, moves } = process
  expect([...reached(process)].toSorted()).toEqual(Object.keys(states).toSorted())
  expect([...new Set(moves.map(({ event }) => event))].toSorted()).toEqual(Object.keys(events).toSorted())
  expect([...new Set(moves.flatMap((move) => move.guards))].toSorted()).toEqual(Object.keys(guards).toSorted())
  expect([...new Set(moves.flatMap(({ by }) => by))].toSorted()).toEqual(Object.keys(actors).toSorted())
  const starts = moves.flatMap(({ event, from }) => from.map((state) => `${event} ${state}`))
  expect(new Set(starts).size).toBe(starts.length)
  for (const name of [process.title, ...Object.values(states), ...Object.values(events), ...Object.values(actors)])
    expect(name).toMatch(/^[«А-Яа-яё]/)
}

/**
 * Tries every event in every state with circumstances that let everything pass, against moves written by hand, a line each:
 * `state event state`, with – for nothing. `instead`: circumstances for an event that needs others.
 */
export function expectMoves<S extends string, E extends string, G extends string, A extends string, About>(
  process: Process<S, E, G, A, About>,
  lines: string,
  good: About,
  instead: Partial<Record<string, About>> = {},
): void {
  const expected = new Set(lines.trim().split(/\s*\n\s*/))
  const found = new Set<string>()
  // The keys of constant objects are exactly the names.
  for (const state of [null, ...(Object.keys(process.states) as S[])])
    for (const event of Object.keys(process.events) as E[]) {
      const about = instead[`${state ?? '–'} ${event}`] ?? instead[event] ?? good
      const outcome = step(process, event, state, about)
      if ('to' in outcome) found.add(`${state ?? '–'} ${event} ${outcome.to}`)
      else expect([state, event, outcome.refused]).toEqual([state, event, 'state'])
    }
  expect([...found].toSorted()).toEqual([...expected].toSorted())
}

/** What refuses an event, with its sentence; the state it leads to where nothing does. */
export function refusal<S extends string, E extends string, G extends string, A extends string, About>(
  process: Process<S, E, G, A, About>,
  event: E,
  state: S | null,
  about: About,
): readonly [string, string] {
  const outcome = step(process, event, state, about)
  return 'to' in outcome ? ['to', outcome.to] : [outcome.refused, outcome.message]
}
