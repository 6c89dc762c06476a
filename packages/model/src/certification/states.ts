import type { Right } from '../contexts/rights.ts'

/** The single list of all objects (пункт 5), and the list of those to be certified in a year (пункт 8). */
export const LIST_KINDS = { single: 'Единый перечень', year: 'Перечень отчётного года' } as const
export type ListKind = keyof typeof LIST_KINDS

/** Where an edition of a list stands. The draft of the single list is the objects as they are: it is no edition. */
export const LIST_STATES = {
  draft: 'проект',
  published: 'опубликован для замечаний',
  on_approval: 'на утверждении',
  approved: 'утверждён',
  returned: 'возвращён с замечаниями',
  withdrawn: 'отозван',
} as const
export type ListState = keyof typeof LIST_STATES
export const ALL_LIST_STATES = Object.keys(LIST_STATES) as readonly ListState[]

/** What can be done about an edition. `submit` of the single list and `create` make one; `update` makes the next. */
export const LIST_EVENTS = {
  create: 'составить проект',
  edit: 'изменить',
  publish: 'опубликовать для замечаний',
  submit: 'подать на утверждение',
  withdraw: 'отозвать',
  return: 'вернуть с замечаниями',
  approve: 'утвердить',
  update: 'начать актуализацию',
} as const
export type ListEvent = keyof typeof LIST_EVENTS
export const ALL_LIST_EVENTS = Object.keys(LIST_EVENTS) as readonly ListEvent[]

/** What must hold besides the state. */
export const LIST_GUARDS = {
  /** Who submitted does not approve. */
  four_eyes: ({ mine }) => !mine,
  /** Only who submitted takes it back. */
  own_submission: ({ mine }) => mine,
  not_empty: ({ entries }) => entries > 0,
  /** No other edition of the same list is open, nor a later one. */
  one_at_a_time: ({ other }) => !other,
  /** The single list has an approved edition to build on (пункт 8). */
  single_approved: ({ base }) => base,
} as const satisfies Record<string, (about: Circumstances) => boolean>
export type ListGuard = keyof typeof LIST_GUARDS

/** What the guards look at. */
export interface Circumstances {
  /** Who asks has submitted the edition. */
  readonly mine: boolean
  /** Objects in what would be approved. */
  readonly entries: number
  /** Another edition is in the way. */
  readonly other: boolean
  /** There is an approved edition of the single list. */
  readonly base: boolean
}

export interface Transition {
  readonly list: ListKind
  readonly event: ListEvent
  /** Null: from nothing. */
  readonly from: readonly (ListState | null)[]
  readonly to: ListState
  readonly right: Right
  readonly guards: readonly ListGuard[]
}

const prepare = 'lists.prepare' as const
const approve = 'lists.approve' as const

/** Everything that happens to the lists (пункты 6–8, 10, 12, 16): whatever is not here is refused. */
export const TRANSITIONS: readonly Transition[] = [
  {
    list: 'single',
    event: 'submit',
    from: [null],
    to: 'on_approval',
    right: prepare,
    guards: ['one_at_a_time', 'not_empty'],
  },
  {
    list: 'single',
    event: 'withdraw',
    from: ['on_approval'],
    to: 'withdrawn',
    right: prepare,
    guards: ['own_submission'],
  },
  { list: 'single', event: 'return', from: ['on_approval'], to: 'returned', right: approve, guards: [] },
  { list: 'single', event: 'approve', from: ['on_approval'], to: 'approved', right: approve, guards: ['four_eyes'] },
  { list: 'year', event: 'create', from: [null], to: 'draft', right: prepare, guards: ['single_approved'] },
  // Remarks come while it is published, and are worked in then.
  { list: 'year', event: 'edit', from: ['draft'], to: 'draft', right: prepare, guards: [] },
  { list: 'year', event: 'edit', from: ['published'], to: 'published', right: prepare, guards: [] },
  { list: 'year', event: 'publish', from: ['draft'], to: 'published', right: prepare, guards: [] },
  { list: 'year', event: 'submit', from: ['published'], to: 'on_approval', right: prepare, guards: ['not_empty'] },
  {
    list: 'year',
    event: 'withdraw',
    from: ['on_approval'],
    to: 'published',
    right: prepare,
    guards: ['own_submission'],
  },
  { list: 'year', event: 'return', from: ['on_approval'], to: 'draft', right: approve, guards: [] },
  { list: 'year', event: 'approve', from: ['on_approval'], to: 'approved', right: approve, guards: ['four_eyes'] },
  // The approved edition stays as it is; the draft is the next one.
  { list: 'year', event: 'update', from: ['approved'], to: 'draft', right: prepare, guards: ['one_at_a_time'] },
]

export type Outcome = { readonly to: ListState } | { readonly refused: 'state' | ListGuard }

/** Where an event leads, or what is in its way: the state first, then the guards in their order. */
export function next(list: ListKind, event: ListEvent, state: ListState | null, about: Circumstances): Outcome {
  const found = TRANSITIONS.find((one) => one.list === list && one.event === event && one.from.includes(state))
  if (found === undefined) return { refused: 'state' }
  const failed = found.guards.find((guard) => !LIST_GUARDS[guard](about))
  return failed === undefined ? { to: found.to } : { refused: failed }
}

/** What may be done now by someone with these rights. */
export const eventsFor = (
  list: ListKind,
  state: ListState | null,
  about: Circumstances,
  rights: readonly Right[],
): ListEvent[] =>
  TRANSITIONS.filter((one) => one.list === list && one.from.includes(state) && rights.includes(one.right))
    .map(({ event }) => event)
    .filter((event) => 'to' in next(list, event, state, about))

const RIGHTS_OF_EVENTS = new Map(TRANSITIONS.map(({ event, right }) => [event, right]))

/** The right that an event takes, the same for both lists. Throws for an event that nothing in the table takes. */
export function rightFor(event: ListEvent): Right {
  const right = RIGHTS_OF_EVENTS.get(event)
  if (right === undefined) throw new Error(`nothing in the table of states takes the event ${event}`)
  return right
}

/** The states in which an event is possible. */
export const statesFor = (list: ListKind, event: ListEvent): ListState[] =>
  TRANSITIONS.filter((one) => one.list === list && one.event === event)
    .flatMap(({ from }) => from)
    .filter((state) => state !== null)

/** Editions that also those see who do not reach everything: what was published for remarks, and what holds. */
export const PUBLIC_STATES: readonly ListState[] = ['published', 'approved']
