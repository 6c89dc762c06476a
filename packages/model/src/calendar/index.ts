/** The working calendar: which days are worked, terms in working days and working time. Years are tables, never guessed. */
export {
  BUILT_IN_CALENDAR,
  calendarMissing,
  calendarOf,
  countsOfYear,
  type DayKind,
  dayKind,
  hasYear,
  isWorkingDay,
  tableOf,
  withYears,
  type WorkingCalendar,
} from './calendar.ts'
export { COMMON_HOURS, type Stretch, type WorkingHours, workingSeconds } from './hours.ts'
export { againstTheLaw, holidaysOf, type ProposedYear, proposeYear, yearAskedFor } from './law.ts'
export { readYearTable, readYearTables } from './read-year.ts'
export {
  addCalendarDays,
  addMonthsWorking,
  addWorkingDays,
  subtractWorkingDays,
  workingDayFrom,
  workingDaysBetween,
  workingDayUpTo,
} from './terms.ts'
export { BUILT_IN_YEARS, type YearTable } from './year-table.ts'
