import { APPEAL_COURSE, KINDS, OUTCOMES, SOURCES } from '@otklik/model/appeals'

/**
 * The words of the model for kinds, sources, states and outcomes. They are the law's own and stand in Russian papers: the
 * English desk shows them as they are.
 */
export const appealWords = {
  kinds: Object.entries(KINDS),
  sources: Object.entries(SOURCES),
  states: Object.entries(APPEAL_COURSE.states),
  outcomes: Object.entries(OUTCOMES),
} as const

export const stateWord = (state: keyof typeof APPEAL_COURSE.states): string => APPEAL_COURSE.states[state]

/** The choice of everything, then the words. */
export const optionsOf = (any: string, words: readonly (readonly [string, string])[]) => [
  { value: '', label: any },
  ...words.map(([value, label]) => ({ value, label })),
]
