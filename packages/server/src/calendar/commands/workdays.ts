import {
  addCalendarDays,
  addWorkingDays,
  calendarOf,
  countsOfYear,
  tableOf,
  type WorkingCalendar,
  workingDaysBetween,
  workingSeconds,
} from '@otklik/model/calendar'
import { dayNumber } from '@otklik/model/days'
import { type Format, FORMATS, printObject } from '../../cli/terminal/print-objects.ts'
import { oneOf, parse, required, UsageError, wholeOption } from '../../cli/usage.ts'
import { instantOf, secondsBetween } from '../../platform/time/instant.ts'
import { isZone } from '../../platform/time/zone.ts'
import { loadYear } from './load-year.ts'
import { readMoment } from './moment.ts'
import { calendarWith } from '../../cli/calendar-years.ts'

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
  const calendar = await calendarWith(values.calendar)
  if (from === undefined)
    return printYear(calendar, wholeOption('year', required('year', values.year), 2000, 2099), format)
  const zone = zoneOption(values.zone)
  if (values.add !== undefined && to === undefined)
    return printAdded(calendar, readMoment(from, zone).slice(0, 10), values.add, values.unit, format)
  if (to === undefined || values.add !== undefined) throw new UsageError(USAGE)
  return printBetween(calendar, readMoment(from, zone), readMoment(to, zone), zone, format)
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
  const day = unit === 'working' ? addWorkingDays(calendar, from, count) : addCalendarDays(calendar, from, count)
  printObject({ from, add: count, unit, day }, { from: 'С', add: 'Дней', unit: 'Каких', day: 'День' }, format)
  return 0
}

function printBetween(calendar: WorkingCalendar, from: string, to: string, zone: string, format: Format): number {
  if (to < from) throw new UsageError(`Конец ${to} раньше начала ${from}. Поменяйте их местами.`)
  const [first, last] = [from.slice(0, 10), to.slice(0, 10)]
  const found = {
    from,
    to,
    zone,
    calendar_days: dayNumber(last) - dayNumber(first),
    working_days: workingDaysBetween(calendar, first, last),
    working_seconds: workingSeconds(calendar, from, to),
    seconds: secondsBetween(instantOf(from, zone), instantOf(to, zone)),
  }
  const titles = {
    from: 'С',
    to: 'По',
    zone: 'Часовой пояс',
    calendar_days: 'Календарных дней',
    working_days: 'Рабочих дней',
    working_seconds: 'Секунд рабочего времени',
    seconds: 'Секунд',
  }
  printObject(found, titles, format)
  return 0
}
