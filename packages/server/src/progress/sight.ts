import { hasRight, type Principal, type Reach, reachOf } from '@otklik/model/access'
import type { ProgressParts } from './parts.ts'
import { readOnce } from './register-view.ts'
import { type Within, withinReach } from './within.ts'

/**
 * The parts as one call has them: with the part of the requests that its caller may see. Whatever reads for a caller takes
 * this, so that nothing can be read without saying for whom.
 */
export interface Sight extends ProgressParts {
  readonly reach: Reach
  readonly within: Within
  /** Whether single requests and what people wrote may be shown, not figures alone. */
  readonly primary: boolean
}

/** The sight of a caller. Names of the register are read once, however many figures ask for them. */
export async function sightOf(parts: ProgressParts, who: Principal): Promise<Sight> {
  const register = readOnce(parts.register)
  const reach = reachOf(who)
  return {
    ...parts,
    register,
    reach,
    within: await withinReach(register, reach),
    primary: hasRight(who, 'requests.read'),
  }
}
