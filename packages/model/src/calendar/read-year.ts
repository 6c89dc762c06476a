import { isDay, isWeekend } from '../days/index.ts'
import { fieldsOf, InputError, neededField, shown, textsField, wholeField } from '../inputs/index.ts'
import type { YearTable } from './year-table.ts'

const FIELDS = ['year', 'source', 'off_weekdays', 'working_weekends', 'short'] as const

/** Reads the table of a year as a file gives it; days may be written `MM-DD`. Throws InputError with the first fault. */
export function readYearTable(value: unknown): YearTable {
  const fields = fieldsOf(value, FIELDS)
  const year = wholeField(fields, 'year', { min: 2000, max: 2099, code: 'bad_year' })
  const source = neededField(fields, 'source')
  if (typeof source !== 'string' || source.trim() === '')
    throw new InputError('no_source', 'Поле source: укажите акт, которым установлены рабочие дни года.')
  const daysIn = (name: string): string[] => {
    neededField(fields, name)
    return readDays(name, year, textsField(fields, name))
  }
  const off = daysIn('off_weekdays')
  const worked = daysIn('working_weekends')
  const short = daysIn('short')
  refuse(off.find(isWeekend), 'not_a_weekday', 'off_weekdays', 'это суббота или воскресенье, они и так выходные')
  refuse(
    worked.find((day) => !isWeekend(day)),
    'not_a_weekend',
    'working_weekends',
    'это не суббота и не воскресенье',
  )
  const works = (day: string): boolean => (isWeekend(day) ? worked.includes(day) : !off.includes(day))
  refuse(
    short.find((day) => !works(day)),
    'short_day_off',
    'short',
    'этот день выходной, сократить его нельзя',
  )
  return { year, source: source.trim(), off_weekdays: off, working_weekends: worked, short }
}

/** Reads a list of years, or one alone; a year given twice is refused. */
export function readYearTables(value: unknown): YearTable[] {
  const tables = (Array.isArray(value) ? value : [value]).map(readYearTable)
  const twice = tables.find(({ year }, at) => tables.findIndex((other) => other.year === year) < at)
  if (twice !== undefined)
    throw new InputError('duplicate_year', `Год ${twice.year} дан дважды. Оставьте одну таблицу.`)
  return tables
}

function readDays(name: string, year: number, texts: readonly string[]): string[] {
  const days = texts.map((text) => {
    const day = /^\d{2}-\d{2}$/.test(text) ? `${year}-${text}` : text
    if (isDay(day) && day.startsWith(`${year}-`)) return day
    throw new InputError('bad_date', `Поле ${name}: нужен день ${year} года вида ГГГГ-ММ-ДД, а дано ${shown(text)}.`)
  })
  refuse(
    days.find((day, at) => days.indexOf(day) < at),
    'duplicate_day',
    name,
    'этот день дан дважды',
  )
  return days.toSorted()
}

function refuse(day: string | undefined, code: string, name: string, why: string): void {
  if (day !== undefined) throw new InputError(code, `Поле ${name}, ${day}: ${why}.`)
}
