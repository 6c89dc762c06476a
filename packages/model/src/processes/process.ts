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

/** A table of states: everything that can happen to a thing; whatever is not in it is refused. */
export interface Process<
  State extends string = string,
  Event extends string = string,
  GuardName extends string = string,
  Actor extends string = string,
  About = never,
> {
  readonly title: string
  readonly states: Readonly<Record<State, string>>
  /** Verbs, as on buttons. */
  readonly events: Readonly<Record<Event, string>>
  readonly guards: Readonly<Record<GuardName, Guard<About>>>
  readonly actors: Readonly<Record<Actor, string>>
  readonly moves: readonly Move<State, Event, GuardName, Actor>[]
}

/** A process whose guards look at `About`; the names of states, events, guards and actors are taken from its tables. */
export const processAbout =
  <About>() =>
  <State extends string, Event extends string, GuardName extends string, Actor extends string>(
    process: Process<State, Event, GuardName, Actor, About>,
  ): Process<State, Event, GuardName, Actor, About> =>
    process

export interface Refusal<GuardName extends string> {
  readonly refused: 'state' | GuardName
  readonly message: string
}

/** Where an event leads, or what is in its way: the state first, then the guards in their order. */
export function step<S extends string, E extends string, G extends string, A extends string, About>(
  process: Process<S, E, G, A, About>,
  event: E,
  state: S | null,
  about: About,
): { readonly to: S } | Refusal<G> {
  const move = process.moves.find((one) => one.event === event && one.from.includes(state))
  if (move === undefined) return { refused: 'state', message: wrongState(process, event, state) }
  const failed = move.guards.find((name) => !process.guards[name].holds(about))
  if (failed !== undefined) {
    const { says } = process.guards[failed]
    return { refused: failed, message: typeof says === 'string' ? says : says(about) }
  }
  const to = move.to === 'same' ? state : move.to
  if (to === null) throw new Error(`${process.title}: nothing can stay as it is from nothing (${event})`)
  return { to }
}

function wrongState<S extends string, E extends string, G extends string, A extends string, About>(
  { states, events, moves }: Process<S, E, G, A, About>,
  event: E,
  state: S | null,
): string {
  const from = moves.filter((move) => move.event === event).flatMap((move) => move.from)
  const named = from.filter((one) => one !== null).map((one) => `«${states[one]}»`)
  const now = state === null ? 'ещё ничего нет' : `сейчас «${states[state]}»`
  const needed = named.length === 0 ? 'это возможно, только пока ничего нет' : `нужно ${named.join(' или ')}`
  return `Действие «${events[event]}» невозможно: ${now}, ${needed}.`
}

/** What may be done now by someone who is all of these actors. */
export function eventsFor<S extends string, E extends string, G extends string, A extends string, About>(
  process: Process<S, E, G, A, About>,
  state: S | null,
  about: About,
  actors: readonly string[],
): E[] {
  const open = process.moves.filter((move) => move.from.includes(state) && move.by.some((one) => actors.includes(one)))
  return [...new Set(open.map(({ event }) => event))].filter((event) => 'to' in step(process, event, state, about))
}

/** Who may bring about an event, whatever the state. */
export const actorsOf = <S extends string, E extends string, G extends string, A extends string, About>(
  process: Process<S, E, G, A, About>,
  event: E,
): A[] => [...new Set(process.moves.filter((move) => move.event === event).flatMap(({ by }) => by))]

/** The states in which an event is possible. */
export const statesFor = <S extends string, E extends string, G extends string, A extends string, About>(
  process: Process<S, E, G, A, About>,
  event: E,
): S[] =>
  process.moves
    .filter((move) => move.event === event)
    .flatMap(({ from }) => from)
    .filter((state) => state !== null)
