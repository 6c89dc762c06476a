import type { Right } from '../contexts/rights.ts'

/** One transition of a state table; what is not in the table is refused. `Who`: the rights that allow it, or other actors. */
export interface Transition<
  State extends string,
  Event extends string,
  Guard extends string,
  Who extends string = Right,
> {
  readonly event: Event
  /** Null: from nothing. */
  readonly from: readonly (State | null)[]
  readonly to: State
  /** Who may make it; null: the clock or another record, nobody by a call. */
  readonly right: Who | null
  /** What must hold besides the state. */
  readonly guards: readonly Guard[]
}

/** Conditions besides the state. The facts that they check are computed by the context that owns the record. */
export type Guards<Guard extends string, Facts> = Readonly<Record<Guard, (facts: Facts) => boolean>>

export type Outcome<State extends string, Guard extends string> =
  | { readonly to: State }
  | { readonly refused: 'state' | Guard }

/** A state table and the queries on it. */
export interface StateTable<
  State extends string,
  Event extends string,
  Guard extends string,
  Facts,
  Who extends string = Right,
> {
  readonly transitions: readonly Transition<State, Event, Guard, Who>[]
  /** Where an event leads, or what is in its way: the state first, then the guards in their order. */
  next(event: Event, state: State | null, facts: Facts): Outcome<State, Guard>
  /** What may be done now by someone with these rights. */
  eventsFor(state: State | null, facts: Facts, rights: readonly Who[]): Event[]
  /** The right that an event takes, wherever it begins. Throws for one that nobody makes by a call. */
  rightFor(event: Event): Who
  /** The states in which an event is possible; undefined: the table does not know it. */
  statesFor(event: Event): State[] | undefined
}

export function stateTable<
  State extends string,
  Event extends string,
  Guard extends string,
  Facts,
  Who extends string = Right,
>(
  transitions: readonly Transition<State, Event, Guard, Who>[],
  guards: Guards<Guard, Facts>,
): StateTable<State, Event, Guard, Facts, Who> {
  const next = (event: Event, state: State | null, facts: Facts): Outcome<State, Guard> => {
    const found = transitions.find((one) => one.event === event && one.from.includes(state))
    if (found === undefined) return { refused: 'state' }
    const failed = found.guards.find((guard) => !guards[guard](facts))
    return failed === undefined ? { to: found.to } : { refused: failed }
  }
  return {
    transitions,
    next,
    eventsFor: (state, facts, rights) => {
      const open = transitions.filter(
        ({ from, right }) => from.includes(state) && right !== null && rights.includes(right),
      )
      return [...new Set(open.map(({ event }) => event))].filter((event) => 'to' in next(event, state, facts))
    },
    rightFor: (event) => {
      const right = transitions.find((one) => one.event === event)?.right ?? null
      if (right === null) throw new Error(`nobody makes the event ${event} by a call`)
      return right
    },
    statesFor: (event) => {
      const found = transitions.filter((one) => one.event === event)
      const states = new Set(found.flatMap(({ from }) => from).filter((state) => state !== null))
      return found.length === 0 ? undefined : [...states]
    },
  }
}
