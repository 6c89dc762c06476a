import { type StateTable, stateTable, type Transition } from '../../states/index.ts'

/** Whether a problem stands on the public page «Вы сказали — мы сделали»: never by itself (003, п. 4.4; D-11). */
export const PUBLICATION_STATES = { hidden: 'не опубликована', published: 'опубликована' } as const
export type PublicationState = keyof typeof PUBLICATION_STATES

export const PUBLICATION_EVENTS = { publish: 'опубликовать', withdraw: 'снять с публикации' } as const
export type PublicationEvent = keyof typeof PUBLICATION_EVENTS

/** What the guards look at. */
export interface PublicationFacts {
  /** Has words for the public page, in which masking finds nothing personal. */
  readonly worded: boolean
  readonly personal: boolean
  /** A measure is approved or further, or it is said why nothing can be done. */
  readonly answered: boolean
}

export const PUBLICATION_GUARDS = {
  worded: ({ worded }) => worded,
  impersonal: ({ personal }) => !personal,
  answered: ({ answered }) => answered,
} as const satisfies Record<string, (about: PublicationFacts) => boolean>
export type PublicationGuard = keyof typeof PUBLICATION_GUARDS

export const PUBLICATION_REFUSALS: Readonly<Record<PublicationGuard, string>> = {
  worded: 'Нет текста для публикации. Напишите, что сказали люди и что сделано.',
  impersonal: 'В тексте для публикации есть личные данные. Уберите или замаскируйте их.',
  answered: 'По проблеме нет ни утверждённой меры, ни объяснения, почему её пока не решить. Добавьте одно из двух.',
}

const publish = 'change.publish' as const

const TRANSITIONS: readonly Transition<PublicationState, PublicationEvent, PublicationGuard>[] = [
  { event: 'publish', from: ['hidden'], to: 'published', right: publish, guards: ['worded', 'impersonal', 'answered'] },
  // What is there already can be said better.
  {
    event: 'publish',
    from: ['published'],
    to: 'published',
    right: publish,
    guards: ['worded', 'impersonal', 'answered'],
  },
  { event: 'withdraw', from: ['published'], to: 'hidden', right: publish, guards: [] },
]

export const PUBLICATION: StateTable<PublicationState, PublicationEvent, PublicationGuard, PublicationFacts> =
  stateTable(TRANSITIONS, PUBLICATION_GUARDS)

/** Under so many people a published figure would tell on them. */
const FEWEST_TOLD = 10

/** How many people named a problem, as the public page says it. */
export const peopleTold = (count: number): string => (count < FEWEST_TOLD ? 'несколько человек' : `человек: ${count}`)
