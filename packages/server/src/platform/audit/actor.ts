import { EVERYTHING, type Principal, type Reach, reachOf } from '@otklik/model/access'
import type { Origin } from '../http/index.ts'
import { storable } from '../text.ts'

/** Who does something; `system` for what a job or a package does by itself. */
export type Actor = Principal | 'system'
/** Who changes a record, from where and when: what a use case needs besides the change itself. */
export interface Editor {
  readonly who: Actor
  readonly from?: Origin
  readonly at: Date
}

/** What stands on screens where nobody pressed a button. */
export const SYSTEM = 'Система'

/** Jobs and commands reach everything. */
export const reachOfActor = (who: Actor): Reach => (who === 'system' ? EVERYTHING : reachOf(who))

/** The name that people read; the audit's own is `nameOf`. */
export function displayName(who: Actor): string {
  if (who === 'system') return SYSTEM
  if (who.kind === 'user') return storable(who.name)
  return who.kind === 'operator' ? 'Командная строка' : SYSTEM
}
