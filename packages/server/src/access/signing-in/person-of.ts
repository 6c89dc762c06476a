import type { Principal, UserPrincipal } from '@otklik/model/access'
import { problem, problems } from '../../platform/problems/index.ts'

/** The person behind a call that only people may make; the policy `signedIn` has seen to it already. */
export function personOf(who: Principal): UserPrincipal {
  if (who.kind !== 'user') throw problem(problems.peopleOnly)
  return who
}
