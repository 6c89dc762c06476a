import type { Kind } from './columns.ts'

/** What became of a file's bytes when they came before, of the same supplier. */
export interface TakenIn {
  /** Reporting date it came for, ISO day. */
  readonly date: string
  readonly read: number
  readonly accepted: number
  readonly quarantined: number
  readonly dropped: number
  /** Rows may have been set aside as later than the reporting date (`date_in_future`). */
  readonly future: boolean
}

/**
 * Whether the same bytes for a reporting date bring nothing that did not come with them before. A file without rows speaks of
 * its day alone. What was wholly set aside may come again; so may rows that a later reporting date lets in.
 */
export function bringsNothing(before: TakenIn, date: string): boolean {
  if (before.read === 0) return before.date === date
  if (before.accepted + before.dropped === 0) return false
  return !(before.future && before.quarantined > 0 && date > before.date)
}

/**
 * Kinds of files whose rows may have replaced rows of a file of this kind since it came: then its bytes are news again, because
 * the latest arrival decides. Events are replaced by none; they can be withdrawn.
 */
export const REPLACING: Readonly<Record<Kind, readonly Kind[]>> = {
  requests: ['requests', 'wide'],
  wide: ['requests', 'wide'],
  events: [],
  payments: ['payments'],
  ratings: ['ratings'],
  complaints: ['complaints'],
  services: ['services'],
}
