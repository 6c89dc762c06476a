import type { Principal, UserPrincipal } from '@otklik/model/access'
import type { RemoteCaller } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'

/** The person behind a call that only people may make; the policy `signedIn` has seen to it already. */
export function personOf(who: Principal): UserPrincipal {
  if (who.kind !== 'user') throw problem(problems.peopleOnly)
  return who
}

/** A call that only people may make. */
export const byPerson = (call: RemoteCaller): RemoteCaller<UserPrincipal> => ({
  who: personOf(call.who),
  from: call.from,
  at: call.at,
})
