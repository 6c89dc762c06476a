import type { Entries } from '../entry.ts'
import type { Actor } from '../people.ts'

/** The calendar is one for the whole system: everyone reads it, from a part of it nothing is changed. */
const inPart = ({ everything }: Actor): boolean => !everything
const year = { params: { year: 2026 } }

export const calendarEntries: Entries = {
  listWorkingYears: { ask: () => ({}) },
  readWorkingYear: { ask: () => year },
  proposeWorkingYear: { ask: () => year },
  readWorkingYearHistory: { ask: () => year },
  saveWorkingYear: {
    ask: () => ({
      params: { year: 2031 },
      body: { source: 'Акт', off_weekdays: [], working_weekends: [], short: [] },
    }),
    seenOnly: inPart,
  },
  countWorkingTime: { ask: () => ({ query: { from: '2026-04-30', to: '2026-05-12' } }) },
  addDaysToDay: { ask: () => ({ query: { from: '2026-04-30', add: 10 } }) },
}
