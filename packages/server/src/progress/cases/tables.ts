import type { Generated } from 'kysely'
import type { Figure } from '@otklik/model/progress/api'

/**
 * What people did about a case. It is tied to a critical value of the case by figure, service and month, not to the case:
 * which months are one case follows from the figures, and a recount or late rows may give it more of them.
 */
interface OfCase {
  figure: Figure
  service: string
  /** Month of a critical value of the case, 'YYYY-MM'. */
  month: string
}

export interface CaseTables {
  alarm_work: OfCase & {
    person_id: string | null
    person: string | null
    /** 'YYYY-MM-DD' */
    due: string | null
    changed_at: Date
  }
  alarm_notes: OfCase & {
    id: Generated<number>
    text: string
    by_name: string
    at: Date
  }
}

declare module '../../platform/postgres/database.ts' {
  interface Database extends CaseTables {}
}
