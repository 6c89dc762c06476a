/** What an installation, or a part of it, needs before its first figures, in the order in which it can be done. */
export const FIRST_STEPS = ['organisation', 'people', 'mail', 'supplier', 'key', 'package'] as const
export type FirstStep = (typeof FIRST_STEPS)[number]

/** What there is already, within somebody's part of the tree. */
export interface FirstStepFacts {
  /** Open organisations, the top of the part included. */
  readonly organisations: number
  /** People with a role, oneself included. */
  readonly people: number
  readonly mail: boolean
  readonly suppliers: number
  readonly keys: number
  readonly packages: number
}

/** The steps with what is done: the top of the part and the person who looks are there from the beginning. */
export function firstSteps(facts: FirstStepFacts): { step: FirstStep; done: boolean }[] {
  const done: Record<FirstStep, boolean> = {
    organisation: facts.organisations > 1,
    people: facts.people > 1,
    mail: facts.mail,
    supplier: facts.suppliers > 0,
    key: facts.keys > 0,
    package: facts.packages > 0,
  }
  return FIRST_STEPS.map((step) => ({ step, done: done[step] }))
}
