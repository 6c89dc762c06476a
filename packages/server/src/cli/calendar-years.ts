import { BUILT_IN_CALENDAR, readYearTables, withYears, type WorkingCalendar } from '@otklik/model/calendar'
import { readJsonFile } from './json-file.ts'

/** The built-in years, with those of a file of `--calendar` for this call alone. */
export const calendarWith = async (path: string | undefined): Promise<WorkingCalendar> =>
  path === undefined ? BUILT_IN_CALENDAR : withYears(BUILT_IN_CALENDAR, readYearTables(await readJsonFile(path)))
