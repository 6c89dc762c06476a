import type { Kysely } from 'kysely'

/** One step of the database's schema. A released step is never changed: the next one corrects it. */
export interface Migration {
  /** `context/001-what`: unique and stable. */
  name: string
  // A migration works on tables that the current types may no longer know.
  up(db: Kysely<unknown>): Promise<void>
}
