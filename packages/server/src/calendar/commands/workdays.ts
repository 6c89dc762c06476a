import { calendarOf, countsOfYear, tableOf, type WorkingCalendar } from '@otklik/model/calendar'
import { type Format, FORMATS, printObject } from '../../cli/terminal/print-objects.ts'
import { oneOf, parse, required, UsageError, wholeOption } from '../../cli/usage.ts'
import { isZone } from '../../platform/time/zone.ts'
import { addTo, countBetween } from '../count.ts'
import { readMoment } from '../moment.ts'
import { withInstalledYears } from './installed-years.ts'
import { loadYear } from './load-year.ts'

const options = {
  zone: { type: 'string' },
  add: { type: 'string' },
  unit: { type: 'string' },
  year: { type: 'string' },
  load: { type: 'string' },
  calendar: { type: 'string' },
  format: { type: 'string' },
} as const
const USAGE =
  'Напишите otklik workdays С ПО, otklik workdays С --add N, otklik workdays --year ГГГГ или otklik workdays --load ФАЙЛ.'
const MOST_ADDED = 10_000

/** `otklik workdays FROM TO [--zone Z] | FROM --add N [--unit working|calendar] | --year Y | --load FILE` */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, options, true)
  const format = oneOf('format', values.format, FORMATS, 'table')
  const [from, to] = positionals
  const ways = [values.year, values.load, from].filter((way) => way !== undefined)
  if (ways.length !== 1 || positionals.length > 2) throw new UsageError(USAGE)
  if (values.load !== undefined) {
    const table = await loadYear(values.load)
    return printYear(calendarOf([table]), table.year, format)
  }
  if (from === undefined) {
    const year = wholeOption('year', required('year', values.year), 2000, 2099)
    return withInstalledYears(values.calendar, (calendar) => printYear(calendar, year, format))
  }
  const zone = zoneOption(values.zone)
  const start = readMoment(from, zone)
  if (values.add !== undefined && to === undefined) {
    const [add, unit] = [values.add, values.unit]
    return withInstalledYears(values.calendar, (calendar) =>
      printAdded(calendar, start.slice(0, 10), add, unit, format),
    )
  }
  if (to === undefined || values.add !== undefined) throw new UsageError(USAGE)
  const end = readMoment(to, zone)
  return withInstalledYears(values.calendar, (calendar) => printBetween(calendar, start, end, zone, format))
}

function zoneOption(text = 'Europe/Moscow'): string {
  if (isZone(text)) return text
  throw new UsageError(`Параметр --zone: нет часового пояса «${text}». Пример: Asia/Yekaterinburg.`)
}

function printYear(calendar: WorkingCalendar, year: number, format: Format): number {
  const { source, ...days } = tableOf(calendar, year)
  const { short, working_weekends, off_weekdays } = days
  const found = {
    year,
    working_days: countsOfYear(calendar, year).working,
    short,
    working_weekends,
    off_weekdays,
    source,
  }
  const titles = {
    year: 'Год',
    working_days: 'Рабочих дней',
    short: 'Короче на час',
    working_weekends: 'Рабочие выходные',
    off_weekdays: 'Выходные среди будней',
    source: 'Основание',
  }
  printObject(found, titles, format)
  return 0
}

function printAdded(
  calendar: WorkingCalendar,
  from: string,
  add: string,
  unitText: string | undefined,
  format: Format,
): number {
  const unit = oneOf('unit', unitText, ['working', 'calendar'], 'working')
  const count = wholeOption('add', add, 0, MOST_ADDED)
  printObject(addTo(calendar, from, count, unit), { from: 'С', add: 'Дней', unit: 'Каких', day: 'День' }, format)
  return 0
}

function printBetween(calendar: WorkingCalendar, from: string, to: string, zone: string, format: Format): number {
  if (to < from) throw new UsageError(`Конец ${to} раньше начала ${from}. Поменяйте их местами.`)
  const titles = {
    from: 'С',
    to: 'По',
    zone: 'Часовой пояс',
    calendar_days: 'Календарных дней',
    working_days: 'Рабочих дней',
    working_seconds: 'Секунд рабочего времени',
    seconds: 'Секунд',
  }
  printObject(countBetween(calendar, from, to, zone), titles, format)
  return 0
}
