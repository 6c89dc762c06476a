import { BUILT_IN_CALENDAR, BUILT_IN_YEARS, countsOfYear, proposeYear } from '@otklik/model/calendar'
import type { Handlers } from './fake-contract.ts'

const years = () =>
  BUILT_IN_YEARS.map((table) => ({
    ...table,
    working_days: countsOfYear(BUILT_IN_CALENDAR, table.year).working,
    own: false,
    doubts: [],
  })).toReversed()

export const calendarHandlers: Handlers = {
  listWorkingYears: () => ({ json: { asked: 2027, rows: years() } }),
  proposeWorkingYear: () => {
    const { table, open } = proposeYear(2027)
    return { json: { ...table, open } }
  },
  saveWorkingYear: () => ({ json: years()[0] }),
  readWorkingYearHistory: () => ({ json: { changes: [] } }),
}
