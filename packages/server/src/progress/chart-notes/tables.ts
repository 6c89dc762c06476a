import type { Generated } from 'kysely'

export interface ChartNoteTables {
  chart_notes: {
    id: Generated<number>
    /** 'YYYY-MM-DD' */
    day: string
    text: string
    /** One of the two at most; neither: of all figures. */
    service: string | null
    authority: string | null
    by_name: string
    at: Date
  }
}

declare module '../../platform/postgres/database.ts' {
  interface Database extends ChartNoteTables {}
}
