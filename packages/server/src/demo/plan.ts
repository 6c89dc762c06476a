import {
  type WorkClock,
  DAY,
  firstDayOf,
  isCentreDay,
  isOfficeDay,
  isoDay,
  makeClock,
  monthOf,
  parseDay,
} from './calendar.ts'

export interface DemoOptions {
  seed: number
  /** The day of the demonstration, YYYY-MM-DD: nothing in the data is as late as this day. */
  today: string
  /** First month, YYYY-MM; by default so many full months before the running one as `months` says. */
  from?: string
  /** Full months, 12 by default. The days of the running month come on top where the months reach up to it. */
  months?: number
  /** Requests over the whole period, 200 000 by default. */
  requests?: number
  /** Code of the subject that the requests carry, 31 by default: the format knows no made-up subject. */
  region?: string
  /** 4: the portals' showcase sends its own packages, apart from the region's system (about 400 packages more). */
  suppliers?: 3 | 4
}

/** The options worked out: days as numbers, clocks of the offices. */
export interface Plan {
  seed: number
  requests: number
  region: string
  suppliers: 3 | 4
  firstDay: number
  /** Last day with events, the day before `today` at the latest. */
  lastDay: number
  today: number
  /** Months from the first one: 0 … the number of the running month. */
  monthIndex(moment: number): number
  /** Index of the last full month. */
  lastMonth: number
  /** First day on which the municipal system sends for itself. */
  municipalFrom: number
  offices: WorkClock
  centres: WorkClock
}

export function makePlan(options: DemoOptions): Plan {
  const months = options.months ?? 12
  const today = parseDay(options.today)
  const running = monthOf(today)
  const from = options.from === undefined ? running - months : monthOf(parseDay(`${options.from}-01`))
  const end = from + months === running ? today : firstDayOf(from + months)
  const [firstDay, lastDay] = [firstDayOf(from), Math.min(end, today) - 1]
  if (lastDay < firstDay) throw new RangeError(`The period from ${isoDay(firstDay)} has no day before ${options.today}`)
  return {
    seed: options.seed,
    requests: options.requests ?? 200_000,
    region: options.region ?? '31',
    suppliers: options.suppliers ?? 3,
    firstDay,
    lastDay,
    today,
    monthIndex: (moment) => monthOf(Math.floor(moment / DAY)) - from,
    lastMonth: months - 1,
    municipalFrom: firstDayOf(from + Math.max(0, months - 2)),
    // The longest term with the longest pause ends within the 500 days after the last one.
    offices: makeClock(firstDay - 5, lastDay + 500, isOfficeDay, [9, 18]),
    centres: makeClock(firstDay - 5, lastDay + 500, isCentreDay, [8, 20]),
  }
}
