import { hasRight, type Principal, RIGHTS, type Right } from '@otklik/model/access'
import { type ProblemError, problem } from '../problems/index.ts'
import { notAllowed, peopleOnly, secondFactorFirst, signInFirst } from '../problems/common.ts'

/**
 * Who may make a call: undefined lets it in, a problem is the answer otherwise. Asked before the body is read.
 * What a caller may see of the records themselves is the use case's question (there the answer is 404).
 */
export type Policy = (who: Principal) => ProblemError | undefined

/** For everyone, without signing in. */
export const open = (): Policy => () => undefined

/**
 * For those who have the right: people in the role they act in, machines by their token, commands. Over which records is
 * the use case's question, asked of the caller's reach.
 */
export const needs =
  (right: Right): Policy =>
  (who) => {
    if (who.kind === 'nobody') return problem(signInFirst)
    if (hasRight(who, right)) return undefined
    return who.kind === 'user' && who.mustEnrol ? problem(secondFactorFirst) : problem(notAllowed, RIGHTS[right])
  }

/** For everyone who has signed in, whatever the role: what concerns the own access only. */
export const signedIn = (): Policy => (who) => {
  if (who.kind === 'nobody') return problem(signInFirst)
  return who.kind === 'user' ? undefined : problem(peopleOnly)
}
