import type { AnswerOf, QueryOf } from '@otklik/model/api'
import type { CalendarCell, readCalendar as contract } from '@otklik/model/exchange/api'
import { type Reach, reachesSupplier } from '@otklik/model/access'
import type { PackageState } from '@otklik/model/exchange'
import { addDays, dayOf, daysBetween } from '@otklik/model/days'
import { sql } from 'kysely'
import { supplierNames } from '../../access/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { codesByDay } from '../feed/list-findings.ts'
import { packagesWithin } from './ledger.ts'

/** A supplier that sent something in this many days before a day is expected to send that day too. */
const expectedAfterDays = 14

/** For whom the calendar is made, and on which day. */
export interface Looker {
  readonly reach: Reach
  readonly today: string
}
/** Days, both included. */
export interface Days {
  readonly from: string
  readonly to: string
}
type MarkedDay = Pick<CalendarCell, 'supplier' | 'date' | 'packages' | 'mark'> & {
  /** Packages that gave something, or may yet. */
  readonly taken: number
}

/** Days × suppliers within reach: what came, what came late, what is missing. */
export async function readCalendar(
  db: Db,
  days: QueryOf<typeof contract>,
  { reach, today }: Looker,
): Promise<AnswerOf<typeof contract>> {
  const names = await supplierNames(db)
  const suppliers = names.filter(({ code }) => reachesSupplier(reach, code))
  const marked = Map.groupBy(await markDays(db, days, { reach, today }), ({ supplier }) => supplier)
  const sums = await sumRows(db, days, reach)
  const found = await codesByDay(db, days, reach)
  const cells = suppliers.flatMap(({ code }) => marked.get(code) ?? [])
  const cellOf = ({ taken: _, ...day }: MarkedDay) => {
    const findings = found.get(keyOf(day))
    return { ...day, ...(sums.get(keyOf(day)) ?? nothing), ...(findings && { findings }) }
  }
  return { suppliers, cells: cells.map(cellOf) }
}

/** The days of every supplier on which something came or was expected, in their order. */
export async function markDays(db: Db, { from, to }: Days, { reach, today }: Looker): Promise<MarkedDay[]> {
  const came = await readCame(db, { from: addDays(from, -expectedAfterDays), to }, reach)
  const settled = lastSettled(today)
  const last = to < settled ? to : settled
  return [...Map.groupBy(came, ({ supplier }) => supplier)].flatMap(([supplier, days]) => {
    const missing = missingDays(days, last).map((date) => ({
      supplier,
      date,
      packages: 0,
      taken: 0,
      mark: 'missing' as const,
    }))
    const marked = days.map(({ cameAt, ...day }) => ({ ...day, mark: markOf(day.date, cameAt) }))
    return [...marked, ...missing].filter(({ date }) => date >= from).toSorted((a, b) => (a.date < b.date ? -1 : 1))
  })
}

/** The last day that is over for packages: yesterday's may still come today. */
export const lastSettled = (today: string): string => addDays(today, -2)

const daysWithin = (db: Db, { from, to }: Days, reach: Reach) =>
  packagesWithin(db, reach)
    .select(['supplier', 'date'])
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where('state', '!=', 'already_received')
    .groupBy(['supplier', 'date'])

const givesNothing: readonly PackageState[] = ['refused', 'failed', 'withdrawn']

/** `cameAt`: when the first package came that gives something, or may yet; null where none does. */
const readCame = (db: Db, days: Days, reach: Reach) =>
  daysWithin(db, days, reach)
    .select((of) => [
      of.fn.countAll<number>().as('packages'),
      of.fn.countAll<number>().filterWhere('state', 'not in', givesNothing).as('taken'),
      of.fn.min<Date | null>('received_at').filterWhere('state', 'not in', givesNothing).as('cameAt'),
    ])
    .orderBy('date')
    .execute()

/** A day's package is in time until the end of the next day, by the clock that says which day is today. */
function markOf(date: string, cameAt: Date | null): CalendarCell['mark'] {
  if (cameAt === null) return 'problem'
  return dayOf(cameAt) > addDays(date, 1) ? 'late' : 'in_time'
}

/** Of every gap after a day that came, and before the next, as many days as a package is expected on. */
function missingDays(came: readonly { readonly date: string }[], last: string): string[] {
  return came.flatMap(({ date }, at) => {
    const next = came[at + 1]
    const ends = [addDays(date, expectedAfterDays), last, ...(next ? [addDays(next.date, -1)] : [])]
    return daysBetween(
      addDays(date, 1),
      ends.reduce((a, b) => (a < b ? a : b)),
    )
  })
}

const nothing = { rows: 0, quarantined: 0 }
const keyOf = ({ supplier, date }: { supplier: string; date: string }) => `${supplier} ${date}`

/** Sums are made where receipts are: one holds samples and codes too, and may take hundreds of kilobytes. */
async function sumRows(db: Db, days: Days, reach: Reach): Promise<Map<string, typeof nothing>> {
  const sum = (of: 'read' | 'quarantined') =>
    sql<number>`coalesce(sum((receipt #>> ARRAY['totals', ${of}])::bigint), 0)::bigint`
  const found = await daysWithin(db, days, reach)
    .select([sum('read').as('rows'), sum('quarantined').as('quarantined')])
    .execute()
  return new Map(found.map((day) => [keyOf(day), { rows: day.rows, quarantined: day.quarantined }]))
}
