import { addCalendarDays, addMonthsWorking, addWorkingDays, type WorkingCalendar } from '../../calendar/index.ts'

/** The clocks of certification, each from the day of its event; the day after is day 1. */
export const PROCEDURE_TERMS = {
  papers_sent: { days: 5, unit: 'working', point: '25', what: 'Направить сертификат и (или) заключение' },
  road_map_drafted: { days: 2, unit: 'months', point: '26', what: 'Составить проект дорожной карты' },
  notice_sent: { days: 5, unit: 'working', point: '34', what: 'Направить уведомление о прекращении сертификата' },
  model_answered: { days: 14, unit: 'calendar', point: '44', what: 'Согласовать модель или предложить доработку' },
  schedule_drafted: { days: 2, unit: 'months', point: '46', what: 'Составить план-график' },
} as const
export type ProcedureTerm = keyof typeof PROCEDURE_TERMS

/**
 * The last day of a clock. Months end on the same day of the month, or on its last; one that is not worked moves on to
 * the next that is (ГК РФ, статья 193), as do calendar days. Throws `calendar_missing` for a year without a table.
 */
export function procedureDue(term: ProcedureTerm, from: string, calendar: WorkingCalendar): string {
  const { days, unit } = PROCEDURE_TERMS[term]
  if (unit === 'working') return addWorkingDays(calendar, from, days)
  return unit === 'months' ? addMonthsWorking(calendar, from, days) : addCalendarDays(calendar, from, days)
}
