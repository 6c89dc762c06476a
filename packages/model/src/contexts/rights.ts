import { ACCESS_RIGHTS } from '../access/rights.ts'
import type { RightEntry } from '../access/roles.ts'
import { APPEALS_RIGHTS } from '../appeals/rights.ts'
import { CERTIFICATION_RIGHTS } from '../certification/rights.ts'
import { CHANGE_RIGHTS } from '../change/rights.ts'
import { EXCHANGE_RIGHTS } from '../exchange/rights.ts'
import { PROGRESS_RIGHTS } from '../progress/rights.ts'
import { REGISTER_RIGHTS } from '../register/rights.ts'
import { SURVEYS_RIGHTS } from '../surveys/rights.ts'

/** Everything one may be allowed to do, by context: the one table behind every call, the rights page and the tests. */
export const RIGHTS = {
  ...PROGRESS_RIGHTS,
  ...EXCHANGE_RIGHTS,
  ...REGISTER_RIGHTS,
  ...CERTIFICATION_RIGHTS,
  ...SURVEYS_RIGHTS,
  ...APPEALS_RIGHTS,
  ...CHANGE_RIGHTS,
  ...ACCESS_RIGHTS,
} as const

export type Right = keyof typeof RIGHTS

// The keys of a constant object are exactly its type's keys; Object.keys only says string.
export const ALL_RIGHTS = Object.keys(RIGHTS) as readonly Right[]

/** The entry of a right under its general type. */
export const rightEntry = (right: Right): RightEntry => RIGHTS[right]

/** What a token of a machine can be given at most. */
export const MACHINE_RIGHTS = ALL_RIGHTS.filter((right) => RIGHTS[right].machines)

/** The machine's rights that someone with these may give a key: their own, and those that need not be had to be given. */
export const machineRightsGivenBy = (rights: readonly string[]): readonly Right[] =>
  MACHINE_RIGHTS.filter((right) => rights.includes(right) || rightEntry(right).givenWithoutHaving === true)

export const isRight = (word: string): word is Right => Object.hasOwn(RIGHTS, word)

/** The rights of a role, in the order of the table; none for a word that names no role. */
export const rightsOf = (role: string): readonly Right[] =>
  ALL_RIGHTS.filter((right) => rightEntry(right).roles.some((one) => one === role))

/** Whether someone with these rights gives nothing by giving the role that is not theirs to give. */
export const mayGive = (rights: readonly string[], role: string): boolean =>
  rightsOf(role).every((right) => rights.includes(right) || rightEntry(right).givenWithoutHaving === true)
