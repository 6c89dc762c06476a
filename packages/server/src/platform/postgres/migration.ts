import type { Kysely } from 'kysely'

/** One step of the database's schema. A released step is never changed: the next one corrects it. */
export interface Migration {
  /** `2026-11-30-context-what`: unique and stable. */
  name: string
  // A migration works on tables that the current types may no longer know.
  up(db: Kysely<unknown>): Promise<void>
}
