import { type StateTable, stateTable, type Transition } from '../../states/index.ts'

/** Where a measure stands (003, п. 4.8; 001, п. 5.1). Whether it is overdue follows from its deadline. */
export const MEASURE_STATES = {
  planned: 'запланирована',
  approved: 'утверждена',
  in_work: 'в работе',
  done: 'выполнена, не проверена',
  verified: 'проверена',
  cancelled: 'отменена',
} as const
export type MeasureState = keyof typeof MEASURE_STATES
// The keys of a constant object are exactly its type's keys; Object.keys only says string.
export const ALL_MEASURE_STATES = Object.keys(MEASURE_STATES) as readonly MeasureState[]

export const MEASURE_EVENTS = {
  plan: 'запланировать',
  approve: 'утвердить',
  start: 'начать',
  done: 'доложить о выполнении',
  verify: 'подтвердить выполнение',
  return: 'вернуть в работу',
  postpone: 'перенести срок',
  cancel: 'отменить',
} as const
export type MeasureEvent = keyof typeof MEASURE_EVENTS
export const ALL_MEASURE_EVENTS = Object.keys(MEASURE_EVENTS) as readonly MeasureEvent[]

/** What the guards look at. */
export interface MeasureFacts {
  /** Problems that it is to remove. */
  readonly problems: number
  /** A department or a person answers for it. */
  readonly responsible: boolean
  readonly deadline: boolean
  /** Who asks has planned it, has reported that it is done, or answers for it. */
  readonly planner: boolean
  readonly reporter: boolean
  readonly own: boolean
  /** Files and links that show what was done. */
  readonly evidence: number
  /** The words that the event is to be given with. */
  readonly reason: boolean
}

export const MEASURE_GUARDS = {
  for_a_problem: ({ problems }) => problems > 0,
  has_responsible: ({ responsible }) => responsible,
  has_deadline: ({ deadline }) => deadline,
  /** Nobody approves what they planned, nor confirms what they reported. */
  not_the_planner: ({ planner }) => !planner,
  not_the_reporter: ({ reporter }) => !reporter,
  own: ({ own }) => own,
  has_evidence: ({ evidence }) => evidence > 0,
  has_reason: ({ reason }) => reason,
} as const satisfies Record<string, (about: MeasureFacts) => boolean>
export type MeasureGuard = keyof typeof MEASURE_GUARDS

/** What is in the way and what to do, by the guard. */
export const MEASURE_REFUSALS: Readonly<Record<MeasureGuard, string>> = {
  for_a_problem: 'Мера не связана ни с одной проблемой. Укажите, какую проблему она устраняет.',
  has_responsible: 'У меры нет ответственного. Назначьте подразделение или сотрудника.',
  has_deadline: 'У меры нет срока. Укажите день, к которому она должна быть выполнена.',
  not_the_planner: 'Меру утверждает не тот, кто её запланировал. Попросите другого руководителя.',
  not_the_reporter: 'Выполнение подтверждает не тот, кто о нём доложил. Попросите другого сотрудника.',
  own: 'За меру отвечает другой. Отчитаться может её ответственный.',
  has_evidence: 'Нет подтверждения выполнения. Приложите файл или ссылку, по которым видно, что сделано.',
  has_reason: 'Не указана причина. Напишите, почему срок переносится или мера отменяется.',
}

type MeasureTransition = Transition<MeasureState, MeasureEvent, MeasureGuard>
const manage = 'change.manage' as const
const approve = 'change.approve' as const
const report = 'measures.report' as const

/** Everything that happens to a measure. Postponing keeps the state and the deadline it had. */
const TRANSITIONS: readonly MeasureTransition[] = [
  {
    event: 'plan',
    from: [null],
    to: 'planned',
    right: manage,
    guards: ['for_a_problem', 'has_responsible', 'has_deadline'],
  },
  { event: 'approve', from: ['planned'], to: 'approved', right: approve, guards: ['not_the_planner'] },
  { event: 'start', from: ['approved'], to: 'in_work', right: report, guards: ['own'] },
  { event: 'done', from: ['in_work'], to: 'done', right: report, guards: ['own', 'has_evidence'] },
  { event: 'verify', from: ['done'], to: 'verified', right: manage, guards: ['not_the_reporter'] },
  { event: 'return', from: ['done'], to: 'in_work', right: manage, guards: ['not_the_reporter'] },
  { event: 'postpone', from: ['planned'], to: 'planned', right: approve, guards: ['has_reason'] },
  { event: 'postpone', from: ['approved'], to: 'approved', right: approve, guards: ['has_reason'] },
  { event: 'postpone', from: ['in_work'], to: 'in_work', right: approve, guards: ['has_reason'] },
  {
    event: 'cancel',
    from: ['planned', 'approved', 'in_work'],
    to: 'cancelled',
    right: approve,
    guards: ['has_reason'],
  },
]

export const MEASURES: StateTable<MeasureState, MeasureEvent, MeasureGuard, MeasureFacts> = stateTable(
  TRANSITIONS,
  MEASURE_GUARDS,
)

/** Why an event is refused, in a sentence with the remedy. */
export const measureRefusal = (
  event: MeasureEvent,
  state: MeasureState | null,
  refused: 'state' | MeasureGuard,
): string =>
  refused === 'state'
    ? `Мера ${state === null ? 'ещё не запланирована' : MEASURE_STATES[state]}: ${MEASURE_EVENTS[event]} её сейчас нельзя. Обновите страницу.`
    : MEASURE_REFUSALS[refused]
