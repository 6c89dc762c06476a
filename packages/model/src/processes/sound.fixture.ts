// What every table of states must be, whatever it is about: for the tests of each.
import { expect } from 'vitest'
import type { Process } from './index.ts'

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
