import type { Tx } from '../../platform/postgres/open.ts'
import { type AccessParts, type Notice, nowOf, type PeopleParts } from '../parts.ts'

/** What telling people of changes takes. */
export type NotifyParts = Pick<PeopleParts, 'letters'> & Pick<AccessParts, 'now'>

/**
 * Asks for the letter in the transaction of the change: told if and only if it was done. Whoever has no address gets
 * none. Call it before the audit, whose writers queue.
 */
export const notify = (tx: Tx, parts: NotifyParts, what: Omit<Notice, 'at'>): Promise<void> =>
  parts.letters.send(tx, { ...what, at: nowOf(parts).toISOString() })
