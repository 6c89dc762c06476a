import { type DeadlineEntry, icsOf, standingDeadlines } from '@otklik/model/deadlines'
import { dayInFigures } from '@otklik/model/print'
import { calendarWith } from '../../cli/calendar-years.ts'
import { printTable } from '../../cli/terminal/table.ts'
import { oneOf, parse, required, wholeOption } from '../../cli/usage.ts'

const options = {
  year: { type: 'string' },
  standing: { type: 'boolean' },
  calendar: { type: 'string' },
  format: { type: 'string' },
} as const

/**
 * `otklik deadlines --year Y [--standing] [--calendar F] --format json|ics|table`. Those of records hang on who asks, and
 * stand in «Сроки»: those of every year are all that is printed, with `--standing` and without.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parse(args, options)
  const format = oneOf('format', values.format, ['json', 'ics', 'table'], 'table')
  const year = wholeOption('year', required('year', values.year), 2000, 2099)
  const entries = standingDeadlines(year, await calendarWith(values.calendar))
  if (format === 'json') process.stdout.write(`${JSON.stringify(entries)}\n`)
  else if (format === 'ics')
    process.stdout.write(icsOf(entries, { name: `Сроки ${year} года`, host: 'otklik', now: new Date() }))
  else print(entries)
  return 0
}

const print = (entries: readonly DeadlineEntry[]): void =>
  printTable(
    ['Срок', 'Рабочий день', 'Период', 'Что', 'Кто', 'Основание'],
    entries.map(({ due, last_working_day, period, what, who, source, internal }) => [
      dayInFigures(due),
      dayInFigures(last_working_day ?? '–'),
      period,
      what,
      who,
      internal ? `${source} (внутренний)` : source,
    ]),
  )
