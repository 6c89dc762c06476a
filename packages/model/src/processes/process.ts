import { type Guards, type StateTable, stateTable, type Transition } from '../states/index.ts'

/** What must hold besides the state; `says` is the Russian sentence for whoever is refused, with what to do. */
export interface Guard<About> {
  readonly holds: (about: About) => boolean
  readonly says: string | ((about: About) => string)
}

/** Whoever acts has given a reason. */
export const HAS_REASON: Guard<{ readonly reason: string }> = {
  holds: ({ reason }) => reason.trim() !== '',
  says: 'Не указана причина. Напишите её.',
}

/** One row of a table of states. */
export interface Move<State extends string, Event extends string, GuardName extends string, Actor extends string> {
  readonly event: Event
  /** Null: from nothing. */
  readonly from: readonly (State | null)[]
  /** `same`: the state stays, what is known changes. */
  readonly to: State | 'same'
  /** Who may: rights by their names, and others who have none, such as the applicant. */
  readonly by: readonly Actor[]
  /** In the order in which they are looked at. */
  readonly guards: readonly GuardName[]
  /** The point of the document it follows from. */
  readonly point?: string
}

/** A table of states with the words for it: everything that can happen to a thing; whatever is not in it is refused. */
export interface ProcessWords<
  State extends string,
  Event extends string,
  GuardName extends string,
  Actor extends string,
  About,
> {
  readonly title: string
  readonly states: Readonly<Record<State, string>>
  /** Verbs, as on buttons. */
  readonly events: Readonly<Record<Event, string>>
  readonly guards: Readonly<Record<GuardName, Guard<About>>>
  readonly actors: Readonly<Record<Actor, string>>
  readonly moves: readonly Move<State, Event, GuardName, Actor>[]
}

/** The same with the table that it is asked by. */
export interface Process<
  State extends string = string,
  Event extends string = string,
  GuardName extends string = string,
  Actor extends string = string,
  About = never,
> extends ProcessWords<State, Event, GuardName, Actor, About> {
  readonly table: StateTable<State, Event, GuardName, About, Actor>
}

/** A process whose guards look at `About`; the names of states, events, guards and actors are taken from its words. */
export const processAbout =
  <About>() =>
  <State extends string, Event extends string, GuardName extends string, Actor extends string>(
    words: ProcessWords<State, Event, GuardName, Actor, About>,
  ): Process<State, Event, GuardName, Actor, About> => ({
    ...words,
    table: stateTable(words.moves.flatMap(transitionsOf), holdsOf(words.guards)),
  })

/** A move for every state that it begins in and everybody who may make it. */
function transitionsOf<State extends string, Event extends string, GuardName extends string, Actor extends string>({
  event,
  from,
  to,
  by,
  guards,
}: Move<State, Event, GuardName, Actor>): Transition<State, Event, GuardName, Actor>[] {
  return from.flatMap((state) => {
    const end = to === 'same' ? state : to
    if (end === null) throw new Error(`nothing stays as it is from nothing (${event})`)
    return by.map((right) => ({ event, from: [state], to: end, right, guards }))
  })
}

function holdsOf<GuardName extends string, About>(
  guards: Readonly<Record<GuardName, Guard<About>>>,
): Guards<GuardName, About> {
  const entries = Object.entries<Guard<About>>(guards).map(([name, { holds }]) => [name, holds])
  // The same names with other values.
  return Object.fromEntries(entries) as Guards<GuardName, About>
}

export interface Refusal<GuardName extends string> {
  readonly refused: 'state' | GuardName
  readonly message: string
}

/** Where an event leads, or what is in its way, in words. */
export function step<S extends string, E extends string, G extends string, A extends string, About>(
  process: Process<S, E, G, A, About>,
  event: E,
  state: S | null,
  about: About,
): { readonly to: S } | Refusal<G> {
  const outcome = process.table.next(event, state, about)
  if ('to' in outcome) return outcome
  return { ...outcome, message: refusalMessage(process, event, state, { refused: outcome.refused, about }) }
}

/** The sentence for whoever was refused, with what to do. */
export function refusalMessage<S extends string, E extends string, G extends string, A extends string, About>(
  { states, events, guards, table }: Process<S, E, G, A, About>,
  event: E,
  state: S | null,
  { refused, about }: { readonly refused: 'state' | G; readonly about: About },
): string {
  if (refused !== 'state') {
    const { says } = guards[refused]
    return typeof says === 'string' ? says : says(about)
  }
  const named = (table.statesFor(event) ?? []).map((one) => `«${states[one]}»`)
  const now = state === null ? 'ещё ничего нет' : `сейчас «${states[state]}»`
  const needed = named.length === 0 ? 'это возможно, только пока ничего нет' : `нужно ${named.join(' или ')}`
  return `Действие «${events[event]}» невозможно: ${now}, ${needed}.`
}

/** Who may bring about an event, whatever the state. */
export const actorsOf = <S extends string, E extends string, G extends string, A extends string, About>(
  process: Process<S, E, G, A, About>,
  event: E,
): A[] => [...new Set(process.moves.filter((move) => move.event === event).flatMap(({ by }) => by))]
