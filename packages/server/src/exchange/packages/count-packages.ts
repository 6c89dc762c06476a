import { CALENDAR_DAYS } from '@otklik/model/exchange'
import { addDays } from '@otklik/model/days'
import { addMonths } from '@otklik/model/months'
import type { Db } from '../../platform/postgres/open.ts'
import { type Days, lastSettled, type Looker, markDays } from './calendar.ts'
import { packagesWithin } from './ledger.ts'

/** Local months 'YYYY-MM', both included. */
interface Months {
  readonly from: string
  readonly to: string
}
type MarkedDays = Awaited<ReturnType<typeof markDays>>

/** The days of the months as far as they have come. */
function daysOf({ from, to }: Months, today: string): Days {
  const last = addDays(`${addMonths(to, 1)}-01`, -1)
  return { from: `${from}-01`, to: last < today ? last : today }
}

/** A day whose packages gave nothing is missing like one that had none. */
const isMissing = ({ mark, date }: MarkedDays[number], today: string): boolean =>
  mark === 'missing' || (mark === 'problem' && date <= lastSettled(today))

const count = (days: MarkedDays, today: string) => ({
  received: days.reduce((sum, { taken }) => sum + taken, 0),
  late: days.filter(({ mark }) => mark === 'late').length,
  missing: days.filter((day) => isMissing(day, today)).length,
})

/** Packages of the period, late and missing days of each supplier within reach that has any, by its code. */
export async function countBySupplier(db: Db, period: Months, looker: Looker) {
  const days = await markDays(db, daysOf(period, looker.today), looker)
  return new Map(
    [...Map.groupBy(days, ({ supplier }) => supplier)].map(([code, own]) => [code, count(own, looker.today)]),
  )
}

/**
 * Counts for the overview: packages, late and missing days over the days that the calendar opens on, and when anything came
 * at all, and through which day all that send have sent.
 */
export async function countLately(db: Db, looker: Looker) {
  const days = await markDays(db, { from: addDays(looker.today, 1 - CALENDAR_DAYS), to: looker.today }, looker)
  const last = await packagesWithin(db, looker.reach)
    .select((of) => of.fn.max('received_at').as('at'))
    .executeTakeFirst()
  return {
    ...count(days, looker.today),
    lastReceivedAt: last?.at ? new Date(last.at).toISOString() : null,
    completeThrough: completeThrough(days),
  }
}

/**
 * The last day for which every supplier that sent anything in these days has sent. Who was silent all along is told of as
 * missing and holds nothing back. Null where nothing came.
 */
export function completeThrough(
  days: readonly Pick<MarkedDays[number], 'supplier' | 'date' | 'taken'>[],
): string | null {
  const sent = days.filter(({ taken }) => taken > 0)
  const lasts = [...Map.groupBy(sent, ({ supplier }) => supplier).values()].map((own) =>
    own.map(({ date }) => date).reduce((a, b) => (a > b ? a : b)),
  )
  return lasts.length === 0 ? null : lasts.reduce((a, b) => (a < b ? a : b))
}
