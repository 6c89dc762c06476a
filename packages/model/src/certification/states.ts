import type { Right } from '../contexts/rights.ts'
import { type Outcome, type StateTable, stateTable, type Transition } from '../states/index.ts'

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

type ListTransition = Transition<ListState, ListEvent, ListGuard>
type ListTable = StateTable<ListState, ListEvent, ListGuard, Circumstances>

const prepare = 'lists.prepare' as const
const approve = 'lists.approve' as const

/** Everything that happens to the single list (пункты 6, 7). */
const SINGLE: readonly ListTransition[] = [
  { event: 'submit', from: [null], to: 'on_approval', right: prepare, guards: ['one_at_a_time', 'not_empty'] },
  { event: 'withdraw', from: ['on_approval'], to: 'withdrawn', right: prepare, guards: ['own_submission'] },
  { event: 'return', from: ['on_approval'], to: 'returned', right: approve, guards: [] },
  { event: 'approve', from: ['on_approval'], to: 'approved', right: approve, guards: ['four_eyes'] },
]

/** Everything that happens to the list of a year (пункты 8, 10, 12, 16). */
const YEAR: readonly ListTransition[] = [
  { event: 'create', from: [null], to: 'draft', right: prepare, guards: ['single_approved'] },
  // Remarks come while it is published, and are worked in then.
  { event: 'edit', from: ['draft'], to: 'draft', right: prepare, guards: [] },
  { event: 'edit', from: ['published'], to: 'published', right: prepare, guards: [] },
  { event: 'publish', from: ['draft'], to: 'published', right: prepare, guards: [] },
  { event: 'submit', from: ['published'], to: 'on_approval', right: prepare, guards: ['not_empty'] },
  { event: 'withdraw', from: ['on_approval'], to: 'published', right: prepare, guards: ['own_submission'] },
  { event: 'return', from: ['on_approval'], to: 'draft', right: approve, guards: [] },
  { event: 'approve', from: ['on_approval'], to: 'approved', right: approve, guards: ['four_eyes'] },
  // The approved edition stays as it is; the draft is the next one.
  { event: 'update', from: ['approved'], to: 'draft', right: prepare, guards: ['one_at_a_time'] },
]

export const LIST_TABLES: Readonly<Record<ListKind, ListTable>> = {
  single: stateTable(SINGLE, LIST_GUARDS),
  year: stateTable(YEAR, LIST_GUARDS),
}

/** Where an event leads, or what is in its way: the state first, then the guards in their order. */
export const next = (
  list: ListKind,
  event: ListEvent,
  state: ListState | null,
  about: Circumstances,
): Outcome<ListState, ListGuard> => LIST_TABLES[list].next(event, state, about)

/** What may be done now by someone with these rights. */
export const eventsFor = (
  list: ListKind,
  state: ListState | null,
  about: Circumstances,
  rights: readonly Right[],
): ListEvent[] => LIST_TABLES[list].eventsFor(state, about, rights)

/** The right that an event takes: the list of a year knows every event, and the single list asks the same for its own. */
export const rightFor = (event: ListEvent): Right => LIST_TABLES.year.rightFor(event)

/** Editions that also those see who do not reach everything: what was published for remarks, and what holds. */
export const PUBLIC_STATES: readonly ListState[] = ['published', 'approved']
