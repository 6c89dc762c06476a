import { EVERYTHING, type Principal, type Reach, reachOf } from '@otklik/model/access'
import type { Origin } from '../http/index.ts'
import { storable } from '../text.ts'

/** Who does something; `system` for what a job or a package does by itself. */
export type Actor = Principal | 'system'
/** Who asks for something, from where and when: what a use case needs besides what is asked. An HTTP call is one. */
export interface Caller<Who extends Actor = Actor> {
  readonly who: Who
  readonly from?: Origin
  readonly at: Date
}
/** A caller over HTTP. */
export interface RemoteCaller<Who extends Actor = Principal> extends Caller<Who> {
  readonly from: Origin
}

/** What a job, a package or a command of this machine does by itself. */
export const bySystem = (at: Date = new Date()): Caller => ({ who: 'system', at })

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
