import { procedureDue, type ProcedureTerm } from '@otklik/model/certification/procedure'
import type { WorkingCalendar } from '@otklik/model/calendar'
import { dayOf } from '@otklik/model/days'
import { InputError } from '@otklik/model/inputs'
import { calendarOf } from '../../calendar/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import type { ProcedureRow } from './rows.ts'

export interface Due {
  /** `YYYY-MM-DD`; null where there is nothing to do, or the calendar is missing. */
  readonly due: string | null
  /** Why there is no day where there should be one. */
  readonly dueNote: string | null
}

/** The last day of a clock; what is in the way instead, where a year has no calendar. */
export function clockOf(term: ProcedureTerm, from: string, calendar: WorkingCalendar): Due {
  try {
    return { due: procedureDue(term, from, calendar), dueNote: null }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { due: null, dueNote: error.message }
  }
}

/** Until when the papers of a fixed level are to be sent (Правила, пункт 25). */
export async function dueOf(db: Db, { state, fixed_at }: Pick<ProcedureRow, 'state' | 'fixed_at'>): Promise<Due> {
  if (state !== 'fixed' || fixed_at === null) return { due: null, dueNote: null }
  return clockOf('papers_sent', dayOf(fixed_at), await calendarOf(db))
}
