/** The year that is shown; the latest of those there are where absent. */
export interface CalendarSearch {
  year?: string
}

export const readCalendarSearch = ({ year }: Record<string, unknown>): CalendarSearch =>
  typeof year === 'string' && /^20\d{2}$/.test(year) ? { year } : {}
