import { hasRight, type Principal, RIGHTS, type Right } from '@otklik/model/access'
import { type ProblemError, problem } from './problem.ts'
import { notAllowed, signInFirst } from './problems.ts'

/**
 * Who may make a call: undefined lets it in, a problem is the answer otherwise. Asked before the body is read.
 * What a caller may see of the records themselves is the use case's question (there the answer is 404).
 */
export type Policy = (who: Principal) => ProblemError | undefined

/** For everyone, without signing in. */
export const open = (): Policy => () => undefined

/** For people and commands that have the right; a supplier's token is not enough. */
export const needs =
  (right: Right): Policy =>
  (who) => {
    if (who.kind === 'nobody') return problem(signInFirst)
    return who.kind !== 'supplier' && hasRight(who, right) ? undefined : problem(notAllowed, RIGHTS[right])
  }

/** For those who have the right, and for a supplier's token within its own supplier (the use case asks `actsFor`). */
export const supplierOrRight =
  (right: Right): Policy =>
  (who) => {
    if (who.kind === 'nobody') return problem(signInFirst)
    return hasRight(who, right) ? undefined : problem(notAllowed, RIGHTS[right])
  }
