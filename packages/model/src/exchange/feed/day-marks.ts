import { dayKind, hasYear, proposeYear, withYears, type WorkingCalendar } from '../../calendar/index.ts'
import { addDays, isWeekend } from '../../days/index.ts'

/** So many days on both sides of a holiday are unlike others: bridges before, backlogs after. */
const AROUND = 2

/** `holiday`: off from Monday to Friday; `around`: another day near one, or near a weekend day that is worked. */
export type DayMark = 'usual' | 'around' | 'holiday'

/**
 * Which days tell nothing of others, and of which others tell little. A year without a table is taken by the law alone. Each
 * day is looked up once.
 */
export function dayMarks(calendar: WorkingCalendar): (day: string) => DayMark {
  const known = new Map<string, DayMark>()
  let years = calendar
  const isOff = (day: string): boolean => {
    const year = Number(day.slice(0, 4))
    if (!hasYear(years, year)) years = withYears(years, [proposeYear(year).table])
    return dayKind(years, day) === 'off'
  }
  const differs = (day: string): boolean => isOff(day) !== isWeekend(day)
  const markOf = (day: string): DayMark => {
    if (isOff(day) && !isWeekend(day)) return 'holiday'
    for (let by = -AROUND; by <= AROUND; by++) if (differs(addDays(day, by))) return 'around'
    return 'usual'
  }
  return (day) => {
    const mark = known.get(day) ?? markOf(day)
    known.set(day, mark)
    return mark
  }
}
