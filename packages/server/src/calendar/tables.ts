import type { Generated } from 'kysely'

/** Days are `YYYY-MM-DD`. */
export interface CalendarTables {
  /** The years entered or corrected here; those that the program brings along are not among them. */
  calendar_years: {
    year: number
    source: string
    off_weekdays: string[]
    working_weekends: string[]
    short: string[]
  }
  calendar_changes: {
    id: Generated<number>
    year: number
    at: Date
    by: string
    /** JSON text on the way in, parsed on the way out. */
    before: unknown
    after: unknown
  }
}

declare module '../platform/postgres/database.ts' {
  interface Database extends CalendarTables {}
}
