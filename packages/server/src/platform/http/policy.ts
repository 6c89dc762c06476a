import { hasRight, type Principal, RIGHTS, type Right } from '@otklik/model/access'
import type { Access } from '@otklik/model/api'
import { type ProblemError, problem } from '../problems/index.ts'
import { notAllowed, peopleOnly, secondFactorFirst, signInFirst } from '../problems/common.ts'

/**
 * What keeps a caller from a call, by the access its route asks for; undefined lets it in. Asked before the body is
 * read. What a caller may see of the records themselves is the use case's question (there the answer is 404).
 */
export function refusalOf(access: Access, who: Principal): ProblemError | undefined {
  if (access === 'open') return undefined
  if (who.kind === 'nobody') return problem(signInFirst)
  if (access === 'signed_in') return who.kind === 'user' ? undefined : problem(peopleOnly)
  return hasRight(who, access) ? undefined : missing(access, who)
}

const missing = (right: Right, who: Principal): ProblemError =>
  who.kind === 'user' && who.mustEnrol ? problem(secondFactorFirst) : problem(notAllowed, RIGHTS[right].name)
