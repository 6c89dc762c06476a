import {
  againstTheLaw,
  BUILT_IN_CALENDAR,
  countsOfYear,
  tableOf,
  type WorkingCalendar,
  withYears,
  type YearTable,
} from '@otklik/model/calendar'
import type { WorkingYear, YearChange } from '@otklik/model/calendar/api'
import type { Db, Tx } from '../platform/postgres/open.ts'

/** The years entered here, in their order. */
export const ownYears = (db: Db | Tx): Promise<YearTable[]> =>
  db.selectFrom('calendar_years').selectAll().orderBy('year').execute()

/** The working calendar of this installation: the years of the program, and those entered here in their place or beside. */
export const calendarOf = async (db: Db | Tx): Promise<WorkingCalendar> =>
  withYears(BUILT_IN_CALENDAR, await ownYears(db))

/** Every year there is, the latest first. */
export async function listYears(db: Db): Promise<WorkingYear[]> {
  const own = await ownYears(db)
  const calendar = withYears(BUILT_IN_CALENDAR, own)
  const years = [...calendar.years.keys()].toSorted((a, b) => b - a)
  return years.map((year) => yearOf(calendar, own, year))
}

/** One year; throws `calendar_missing` where it has no table. */
export async function readYear(db: Db, year: number): Promise<WorkingYear> {
  const own = await ownYears(db)
  return yearOf(withYears(BUILT_IN_CALENDAR, own), own, year)
}

function yearOf(calendar: WorkingCalendar, own: readonly YearTable[], year: number): WorkingYear {
  const { source, off_weekdays, working_weekends, short } = tableOf(calendar, year)
  return {
    year,
    working_days: countsOfYear(calendar, year).working,
    short: [...short],
    working_weekends: [...working_weekends],
    off_weekdays: [...off_weekdays],
    source,
    own: own.some((table) => table.year === year),
    doubts: againstTheLaw(tableOf(calendar, year)),
  }
}

/** What was changed in a year's table, the latest first. */
export async function readYearChanges(db: Db, year: number): Promise<YearChange[]> {
  const rows = await db
    .selectFrom('calendar_changes')
    .select(['at', 'by', 'before', 'after'])
    .where('year', '=', year)
    .orderBy('id', 'desc')
    .execute()
  // Written by `saveYear` from tables.
  return rows.map(({ at, by, before, after }) => ({
    at: at.toISOString(),
    by,
    before: before as YearChange['before'],
    after: after as YearChange['after'],
  }))
}
