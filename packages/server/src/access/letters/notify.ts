import type { Tx } from '../../platform/postgres/open.ts'
import { type AccessDeps, type Notice, nowOf, type PeopleDeps } from '../deps.ts'

/** What telling people of changes takes. */
export type NotifyDeps = Pick<PeopleDeps, 'letters'> & Pick<AccessDeps, 'now'>

/**
 * Asks for the letter in the transaction of the change: told if and only if it was done. Whoever has no address gets
 * none. Call it before the audit, whose writers queue.
 */
export const notify = (tx: Tx, deps: NotifyDeps, what: Omit<Notice, 'at'>): Promise<void> =>
  deps.letters.send(tx, { ...what, at: nowOf(deps).toISOString() })
