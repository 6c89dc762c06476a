import type { AnswerOf, CalendarCell, readCalendar as contract, QueryOf } from '@otklik/model/api'
import { type Reach, reachesSupplier } from '@otklik/model/access'
import { CALENDAR_DAYS } from '@otklik/model/calendar'
import { supplierNames } from '../access/index.ts'
import type { Db } from '../platform/postgres/open.ts'
import { packagesWithin } from './ledger.ts'

/** A supplier that sent something in this many days before a day is expected to send that day too. */
const expectedAfterDays = 14
const dayMs = 86_400_000
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

interface Came {
  readonly supplier: string
  readonly date: string
  readonly packages: number
  readonly rows: number
  readonly quarantined: number
  readonly firstCame: Date
  readonly bad: number
}

/** For whom the calendar is made, and on which day. */
export interface Looker {
  readonly reach: Reach
  readonly today: string
}

/**
 * Days × suppliers within reach: what came, what came late, what is missing. A day's package is in time until the end of
 * the next day.
 */
export async function readCalendar(
  db: Db,
  { from, to }: QueryOf<typeof contract>,
  { reach, today }: Looker,
): Promise<AnswerOf<typeof contract>> {
  const suppliers = (await supplierNames(db)).filter(({ code }) => reachesSupplier(reach, code))
  const came = await readCame(db, dayOf(msOf(from) - expectedAfterDays * dayMs), to, reach)
  const cells = suppliers.flatMap(({ code }) => cellsOf(code, came, from, to, today))
  return { suppliers, cells }
}

async function readCame(db: Db, from: string, to: string, reach: Reach): Promise<Came[]> {
  const rows = await packagesWithin(db, reach)
    .select(['supplier', 'date', 'receipt', 'state', 'received_at'])
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where('state', '!=', 'already_received')
    .execute()
  const byDay = Map.groupBy(rows, ({ supplier, date }) => `${supplier} ${date}`)
  return [...byDay.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const sum = (key: 'read' | 'quarantined') =>
      same.reduce((total, { receipt }) => total + (receipt?.totals[key] ?? 0), 0)
    return {
      supplier: first.supplier,
      date: first.date,
      packages: same.length,
      rows: sum('read'),
      quarantined: sum('quarantined'),
      firstCame: new Date(Math.min(...same.map(({ received_at }) => received_at.getTime()))),
      bad: same.filter(({ state }) => state === 'refused' || state === 'failed').length,
    }
  })
}

function cellsOf(supplier: string, all: readonly Came[], from: string, to: string, today: string): CalendarCell[] {
  const mine = new Map(all.filter((came) => came.supplier === supplier).map((came) => [came.date, came]))
  const days: string[] = []
  for (let day = msOf(from); day <= msOf(to); day += dayMs) days.push(dayOf(day))
  return days.flatMap((date): CalendarCell[] => {
    const came = mine.get(date)
    if (came) {
      const { packages, rows, quarantined } = came
      return [{ supplier, date, packages, rows, quarantined, mark: markOf(came) }]
    }
    const none = { supplier, date, packages: 0, rows: 0, quarantined: 0, mark: 'missing' as const }
    // Yesterday's package may still come today.
    return date < dayOf(msOf(today) - dayMs) && isExpected(mine, date) ? [none] : []
  })
}

const markOf = ({ bad, packages, firstCame, date }: Came): CalendarCell['mark'] => {
  if (bad === packages) return 'problem'
  return firstCame.getTime() > msOf(date) + 2 * dayMs ? 'late' : 'in_time'
}

function isExpected(mine: ReadonlyMap<string, Came>, date: string): boolean {
  return Array.from({ length: expectedAfterDays }, (_, back) => dayOf(msOf(date) - (back + 1) * dayMs)).some((day) =>
    mine.has(day),
  )
}

/** The cells of a period as far as it has come. @param period local months 'YYYY-MM', both included. */
async function cellsOfPeriod(db: Db, period: { from: string; to: string }, looker: Looker): Promise<CalendarCell[]> {
  const next = new Date(`${period.to}-01T00:00:00Z`)
  next.setUTCMonth(next.getUTCMonth() + 1)
  const lastDay = dayOf(next.getTime() - dayMs)
  const to = lastDay < looker.today ? lastDay : looker.today
  return (await readCalendar(db, { from: `${period.from}-01`, to }, looker)).cells
}

const countCells = (cells: readonly CalendarCell[]) => ({
  received: cells.reduce((sum, cell) => sum + cell.packages, 0),
  late: cells.filter(({ mark }) => mark === 'late').length,
  missing: cells.filter(({ mark }) => mark === 'missing').length,
})

/** Packages of the period, late and missing days of each supplier within reach that has any, by its code. */
export async function countBySupplier(db: Db, period: { from: string; to: string }, looker: Looker) {
  const bySupplier = Map.groupBy(await cellsOfPeriod(db, period, looker), ({ supplier }) => supplier)
  return new Map([...bySupplier].map(([supplier, cells]) => [supplier, countCells(cells)]))
}

/** Packages of the period, late and missing days. @param period local months 'YYYY-MM'. */
export const countPackages = async (db: Db, period: { from: string; to: string }, looker: Looker) =>
  countCells(await cellsOfPeriod(db, period, looker))

/** The same for the overview, over the days that the calendar opens on, and when anything came at all. */
export async function countLately(db: Db, looker: Looker) {
  const from = dayOf(msOf(looker.today) - (CALENDAR_DAYS - 1) * dayMs)
  const { cells } = await readCalendar(db, { from, to: looker.today }, looker)
  const last = await packagesWithin(db, looker.reach)
    .select((of) => of.fn.max('received_at').as('at'))
    .executeTakeFirst()
  return { ...countCells(cells), lastReceivedAt: last?.at ? new Date(last.at).toISOString() : null }
}
