import { type StateTable, stateTable, type Transition } from '../../states/index.ts'

/** An edition of the map: its rows are frozen with their figures; a month or a quarter (001, п. 5.1.6; 003, п. 4.6). */
export const MAP_STATES = { draft: 'проект', approved: 'утверждена' } as const
export type MapState = keyof typeof MAP_STATES

export const MAP_EVENTS = { make: 'составить', count: 'пересчитать', approve: 'утвердить' } as const
export type MapEvent = keyof typeof MAP_EVENTS

/** What the guards look at. */
export interface MapFacts {
  /** The period is over. */
  readonly closed: boolean
  readonly rows: number
  /** Who asks made or counted the draft. */
  readonly maker: boolean
  /** The rows are those that whoever approves has seen. */
  readonly seen: boolean
  /** Another draft of the same processes and period is open. */
  readonly other: boolean
}

export const MAP_GUARDS = {
  one_draft: ({ other }) => !other,
  period_over: ({ closed }) => closed,
  has_rows: ({ rows }) => rows > 0,
  not_the_maker: ({ maker }) => !maker,
  as_seen: ({ seen }) => seen,
} as const satisfies Record<string, (about: MapFacts) => boolean>
export type MapGuard = keyof typeof MAP_GUARDS

export const MAP_REFUSALS: Readonly<Record<MapGuard, string>> = {
  one_draft: 'Проект карты за этот период уже есть. Откройте его или утвердите.',
  period_over: 'Период ещё не закончился. Утвердите карту, когда он закроется.',
  has_rows: 'В карте нет ни одной строки. Закодируйте высказывания за период и пересчитайте её.',
  not_the_maker: 'Карту утверждает не тот, кто её составил. Попросите другого руководителя.',
  as_seen: 'Пока карта была открыта, её пересчитали. Посмотрите новые значения и утвердите снова.',
}

const manage = 'change.manage' as const

const TRANSITIONS: readonly Transition<MapState, MapEvent, MapGuard>[] = [
  { event: 'make', from: [null], to: 'draft', right: manage, guards: ['one_draft'] },
  { event: 'count', from: ['draft'], to: 'draft', right: manage, guards: [] },
  {
    event: 'approve',
    from: ['draft'],
    to: 'approved',
    right: 'change.approve',
    guards: ['period_over', 'has_rows', 'not_the_maker', 'as_seen'],
  },
]

export const MAPS: StateTable<MapState, MapEvent, MapGuard, MapFacts> = stateTable(TRANSITIONS, MAP_GUARDS)
