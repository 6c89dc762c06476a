import type { ObjectKind } from '@otklik/model/certification'
import type { MassList, SheetResult } from '@otklik/model/certification/procedure'
import { type Part, schemeOf } from '@otklik/model/certification/score'

/** How far the certification of one object has come. */
export type Stage = 'assessing' | 'asked' | 'on_review' | 'fixed' | 'sent' | 'excluded'

/** What becomes of one object of the year's list. */
export interface Plan {
  readonly stage: Stage
  /** How many days ago its level was fixed, or would have been. */
  readonly ago: number
  readonly mass: MassList
  /** In the order of the parts of its kind. */
  readonly results: readonly SheetResult[]
}

const ordinary = (...results: readonly SheetResult[]): readonly SheetResult[] => [...results, 'possible']

/** One object for every stage; two short certificates that end within a month, one conclusion without a certificate. */
export const PLANS: readonly Plan[] = [
  { stage: 'sent', ago: 171, mass: 'federal', results: ordinary('Б', 'Б+', 'Б') },
  { stage: 'sent', ago: 156, mass: 'federal', results: ordinary('Б+', 'Б', 'Б') },
  { stage: 'sent', ago: 120, mass: 'regional', results: ordinary('А', 'А', 'А+') },
  { stage: 'sent', ago: 60, mass: 'federal', results: ordinary('А', 'not_performed', 'Б') },
  { stage: 'fixed', ago: 2, mass: 'none', results: ordinary('А', 'not_applicable', 'А') },
  { stage: 'on_review', ago: 1, mass: 'none', results: ordinary('Б+', 'not_applicable', 'А') },
  { stage: 'asked', ago: 0, mass: 'none', results: ordinary('А', 'not_applicable', 'Б+') },
  { stage: 'assessing', ago: 0, mass: 'none', results: ordinary('А+', 'not_applicable', 'А') },
  { stage: 'excluded', ago: 0, mass: 'none', results: ordinary('А', 'not_applicable', 'А') },
]

/** The object that a critical value will be found of. */
export const WATCHED: Plan = { stage: 'sent', ago: 0, mass: 'regional', results: ordinary('А', 'Б+', 'А') }

/** What each part of the kind got: special kinds have two parts, which take the letters. */
export function resultsOf(kind: ObjectKind, { results }: Plan): readonly (readonly [Part, SheetResult])[] {
  const { parts } = schemeOf(kind)
  const given = parts.length === results.length ? results : [results[0] ?? 'А', results[2] ?? 'А']
  return parts.map((part, at) => [part, given[at] ?? 'А'])
}
