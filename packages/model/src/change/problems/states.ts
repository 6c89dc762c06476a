import { type StateTable, stateTable, type Transition } from '../../states/index.ts'

/** What people have decided about a problem; how sharp it is follows from its figures, what is done from its measures. */
export const PROBLEM_STATES = { open: 'выявлена', declined: 'пока не решается', solved: 'решена' } as const
export type ProblemState = keyof typeof PROBLEM_STATES
// The keys of a constant object are exactly its type's keys; Object.keys only says string.
export const ALL_PROBLEM_STATES = Object.keys(PROBLEM_STATES) as readonly ProblemState[]

export const PROBLEM_EVENTS = {
  make: 'завести',
  edit: 'изменить',
  decline: 'отложить с объяснением',
  solve: 'закрыть как решённую',
  reopen: 'открыть снова',
} as const
export type ProblemEvent = keyof typeof PROBLEM_EVENTS
export const ALL_PROBLEM_EVENTS = Object.keys(PROBLEM_EVENTS) as readonly ProblemEvent[]

/** What the guards look at. */
export interface ProblemFacts {
  readonly worded: boolean
  /** Topics, statements and figures behind it. */
  readonly backed: number
  /** Measures that are planned, approved, in work or not yet verified; and those verified. */
  readonly openMeasures: number
  readonly verifiedMeasures: number
  readonly reason: boolean
}

export const PROBLEM_GUARDS = {
  worded: ({ worded }) => worded,
  backed: ({ backed }) => backed > 0,
  measures_ended: ({ openMeasures }) => openMeasures === 0,
  measure_verified: ({ verifiedMeasures }) => verifiedMeasures > 0,
  has_reason: ({ reason }) => reason,
} as const satisfies Record<string, (about: ProblemFacts) => boolean>
export type ProblemGuard = keyof typeof PROBLEM_GUARDS

/** What is in the way and what to do, by the guard. */
export const PROBLEM_REFUSALS: Readonly<Record<ProblemGuard, string>> = {
  worded: 'У проблемы нет формулировки. Напишите, что мешает людям.',
  backed: 'За проблемой ничего не стоит. Свяжите с ней тему, высказывания или показатель.',
  measures_ended: 'По проблеме есть незавершённые меры. Сначала завершите или отмените их.',
  measure_verified:
    'По проблеме нет ни одной проверенной меры. Проверьте выполнение меры или отложите проблему с объяснением.',
  has_reason: 'Не указана причина. Напишите, почему принято такое решение: её увидят те, кто сообщил о проблеме.',
}

const manage = 'change.manage' as const
const approve = 'change.approve' as const

/** «Пока не можем и почему» is a decision of the head (003, п. 4.7). */
const TRANSITIONS: readonly Transition<ProblemState, ProblemEvent, ProblemGuard>[] = [
  { event: 'make', from: [null], to: 'open', right: manage, guards: ['worded', 'backed'] },
  { event: 'edit', from: ['open'], to: 'open', right: manage, guards: ['worded', 'backed'] },
  { event: 'decline', from: ['open'], to: 'declined', right: approve, guards: ['measures_ended', 'has_reason'] },
  { event: 'solve', from: ['open'], to: 'solved', right: manage, guards: ['measures_ended', 'measure_verified'] },
  { event: 'reopen', from: ['declined', 'solved'], to: 'open', right: manage, guards: ['has_reason'] },
]

export const PROBLEMS: StateTable<ProblemState, ProblemEvent, ProblemGuard, ProblemFacts> = stateTable(
  TRANSITIONS,
  PROBLEM_GUARDS,
)

/** Why an event is refused, in a sentence with the remedy. */
export const problemRefusal = (
  event: ProblemEvent,
  state: ProblemState | null,
  refused: 'state' | ProblemGuard,
): string =>
  refused === 'state'
    ? `Проблема ${state === null ? 'ещё не заведена' : PROBLEM_STATES[state]}: ${PROBLEM_EVENTS[event]} её сейчас нельзя. Обновите страницу.`
    : PROBLEM_REFUSALS[refused]
