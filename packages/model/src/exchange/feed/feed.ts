import type { WorkingCalendar } from '../../calendar/index.ts'
import { DAILY_KINDS, type DailyKind, type DayCounts } from './counts.ts'
import { dayMarks } from './day-marks.ts'
import type { Finding } from './finding.ts'
import { expectation, judgeDay } from './judge.ts'
import { medianOf } from './order.ts'
import { LEARNING_DAYS, type Past, pastOf } from './past.ts'
import { type Interval, intervalOf } from './volume.ts'

/** What came of one supplier, by reporting date. */
export interface Feed {
  readonly known: ReadonlyMap<string, DayCounts>
  /** The first reporting date of all. */
  readonly first: string
  /** Days whose packages were refused whole: their receipts say so, and they teach nothing. */
  readonly refused: ReadonlySet<string>
}

export function feedOf(days: readonly DayCounts[], refused: Iterable<string> = []): Feed | undefined {
  const first = days.reduce<string | undefined>((least, { date }) => (least && least < date ? least : date), undefined)
  return first === undefined
    ? undefined
    : { first, known: new Map(days.map((day) => [day.date, day])), refused: new Set(refused) }
}

/** What a day should bring of a kind. */
export interface ExpectedKind extends Interval {
  readonly kind: DailyKind
  readonly mean: number
}

/** Judges days of feeds and says what to expect of them, by one working calendar; kept while many are judged. */
export function feedRules(calendar: WorkingCalendar) {
  const markOf = dayMarks(calendar)
  const pastOfFeed = ({ known, first, refused }: Feed, date: string): Past =>
    pastOf(known, { date, first }, (day) => markOf(day) !== 'usual' || refused.has(day))
  return {
    /**
     * What is wrong with the day.
     * @param over the time for its packages is over. Before, a day is whole when as many packages came as usually do.
     */
    judge(feed: Feed, date: string, over: boolean): Finding[] {
      if (feed.refused.has(date) || date < feed.first) return []
      const past = pastOfFeed(feed, date)
      const counts = feed.known.get(date)
      const usually = medianOf(past.alike.flatMap((day) => day.counts?.packages ?? []))
      const complete = over || (counts !== undefined && usually > 0 && counts.packages >= usually)
      return judgeDay({ date, counts, past, mark: markOf(date), complete })
    },
    /** What the day should bring, kind by kind; undefined while the supplier is too new to tell. */
    expect(feed: Feed, date: string): ExpectedKind[] | undefined {
      const past = pastOfFeed(feed, date)
      if (past.length < LEARNING_DAYS) return undefined
      return DAILY_KINDS.flatMap((kind): ExpectedKind[] => {
        const expected = expectation({ date, past, mark: markOf(date) }, ({ rows }) => rows[kind] ?? 0)
        return expected ? [{ kind, ...intervalOf(expected), mean: Math.round(expected.mean) }] : []
      })
    },
  }
}
