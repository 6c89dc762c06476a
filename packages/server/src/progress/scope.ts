import { hasRight, type Principal, type Reach, reachOf } from '@otklik/model/access'
import type { ProgressDeps } from './deps.ts'
import { readOnce } from './register-view.ts'
import { type RequestReach, requestReachOf } from './reach.ts'

/**
 * The deps as one call has them: with the part of the requests that its caller may see. Whatever reads for a caller takes
 * this, so that nothing can be read without saying for whom.
 */
export interface Scope extends ProgressDeps {
  readonly reach: Reach
  readonly requestReach: RequestReach
  /** Whether single requests and what people wrote may be shown, not figures alone. */
  readonly primary: boolean
}

/** The scope of a caller. Names of the register are read once, however many figures ask for them. */
export async function scopeOf(deps: ProgressDeps, who: Principal): Promise<Scope> {
  const register = readOnce(deps.register)
  const reach = reachOf(who)
  return {
    ...deps,
    register,
    reach,
    requestReach: await requestReachOf(register, reach),
    primary: hasRight(who, 'requests.read'),
  }
}
