import type { Generated } from 'kysely'

export interface DeadlineTables {
  /** What a person has chosen: a secret address of the calendar, letters. */
  deadline_choices: {
    user_id: string
    /** SHA-256 of the secret; null: there is none. */
    link_hash: string | null
    link_made_at: Date | null
    mail: Generated<boolean>
    /** The day of the last letter: of one morning there is one. */
    mailed_on: string | null
  }
  /** How calendars of people have seen a deadline last: each change raises the sequence. */
  deadline_versions: { code: string; period: string; digest: string; sequence: Generated<number> }
}

declare module '../platform/postgres/database.ts' {
  interface Database extends DeadlineTables {}
}
