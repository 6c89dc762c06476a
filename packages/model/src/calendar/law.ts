import { addDays, isWeekend } from '../days/index.ts'
import { dayInFigures } from '../print/index.ts'
import type { YearTable } from './year-table.ts'

/** Holidays of ТК РФ, статья 112, `MM-DD`: the first eight days of January, and one day each. */
const NEW_YEAR = ['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08']
const OTHERS = ['02-23', '03-08', '05-01', '05-09', '06-12', '11-04']

const daysOf = (year: number, dates: readonly string[]): string[] => dates.map((date) => `${year}-${date}`)

/** The holidays of a year, in their order. */
export const holidaysOf = (year: number): string[] => daysOf(year, [...NEW_YEAR, ...OTHERS])

/** A table made of what the law itself gives, with what is left to the Government's act of the year. */
export interface ProposedYear {
  readonly table: YearTable
  /** Russian sentences: what a person has to look up before confirming the table. */
  readonly open: readonly string[]
}

/**
 * What ТК РФ gives for a year before the Government has moved any day: holidays; a weekend day that a holiday falls upon
 * goes to the next working day, but for those of January (статья 112); the day before a holiday is short (статья 95).
 */
export function proposeYear(year: number): ProposedYear {
  const holidays = new Set(holidaysOf(year))
  const off = new Set([...holidays].filter((day) => !isWeekend(day)))
  const taken = (day: string): boolean => isWeekend(day) || holidays.has(day) || off.has(day)
  for (const holiday of daysOf(year, OTHERS).filter(isWeekend)) {
    let day = holiday
    while (taken(day)) day = addDays(day, 1)
    off.add(day)
  }
  const before = [...holidays].map((day) => addDays(day, -1)).concat(`${year}-12-31`)
  const short = before.filter((day) => day.startsWith(`${year}-`) && !taken(day))
  const table = { year, source: 'ТК РФ, ст. 95, 112: предложение до акта Правительства', working_weekends: [] }
  return {
    table: { ...table, off_weekdays: [...off].toSorted(), short: [...new Set(short)].toSorted() },
    open: openOf(year),
  }
}

function openOf(year: number): string[] {
  const moved = daysOf(year, NEW_YEAR).filter(isWeekend).map(dayInFigures)
  return [
    moved.length === 0
      ? `Выходные дни ${year} года Правительство может перенести: сверьте таблицу с его постановлением.`
      : `Выходные дни ${moved.join(', ')} Правительство переносит на другие дни года: внесите их по его постановлению.`,
  ]
}

/** What in a table is against the law itself: a holiday worked. Russian sentences; none where all is well. */
export function againstTheLaw(table: YearTable): string[] {
  const off = new Set(table.off_weekdays)
  const worked = new Set(table.working_weekends)
  return holidaysOf(table.year)
    .filter((day) => (isWeekend(day) ? worked.has(day) : !off.has(day)))
    .map((day) => `${dayInFigures(day)} – нерабочий праздничный день (ТК РФ, ст. 112), а в таблице он рабочий.`)
}

/** The year whose table is asked for on a day: the next one, from October on; null before. */
export const yearAskedFor = (today: string): number | null =>
  today.slice(5) >= '10-01' ? Number(today.slice(0, 4)) + 1 : null
