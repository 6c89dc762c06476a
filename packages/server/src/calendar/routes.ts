import { proposeYear, yearAskedFor } from '@otklik/model/calendar'
import * as contract from '@otklik/model/calendar/api'
import { dayOf } from '@otklik/model/days'
import { type App, serve } from '../platform/http/index.ts'
import type { Db, Tx } from '../platform/postgres/open.ts'
import { badField, inputProblem } from '../platform/problems/index.ts'
import { isZone } from '../platform/time/zone.ts'
import { addTo, countBetween } from './count.ts'
import { readMoment } from './moment.ts'
import { fieldsOf, saveYear } from './save-year.ts'
import { calendarOf, listYears, readYear, readYearChanges } from './years.ts'

export interface CalendarDeps {
  readonly db: Db
  /** Asks for what has to be done once the table of a year is there or was corrected. */
  readonly afterYear?: (tx: Tx) => Promise<unknown>
}

export function calendarRoutes(app: App, { db, afterYear }: CalendarDeps): void {
  serve(app, contract.listWorkingYears, async ({ at }) => {
    const rows = await listYears(db)
    const asked = yearAskedFor(dayOf(at))
    return { asked: rows.some(({ year }) => year === asked) ? null : asked, rows }
  })
  serve(app, contract.readWorkingYear, ({ params: { year } }) => told(() => readYear(db, year)))
  serve(app, contract.proposeWorkingYear, ({ params: { year } }) => {
    const { table, open } = proposeYear(year)
    return { year, ...fieldsOf(table), open: [...open] }
  })
  serve(app, contract.readWorkingYearHistory, async ({ params: { year } }) => ({
    changes: await readYearChanges(db, year),
  }))
  serve(app, contract.saveWorkingYear, (call) => saveYear(db, call.params.year, call.body, call, afterYear))
  serve(app, contract.countWorkingTime, ({ query: { from, to, zone = 'Europe/Moscow' } }) =>
    told(async () => {
      if (!isZone(zone)) throw badField('zone', `Нет часового пояса «${zone}». Пример: Asia/Yekaterinburg.`)
      const [start, end] = [readMoment(from, zone), readMoment(to, zone)]
      if (end < start) throw badField('to', `Конец ${end} раньше начала ${start}. Поменяйте их местами.`)
      return countBetween(await calendarOf(db), start, end, zone)
    }),
  )
  serve(app, contract.addDaysToDay, ({ query: { from, add, unit = 'working' } }) =>
    told(async () => addTo(await calendarOf(db), from, add, unit)),
  )
}

/** Faults of the input, a year without a table among them, as refusals. */
const told = <T>(work: () => Promise<T>): Promise<T> =>
  work().catch((error: unknown) => {
    throw inputProblem(error)
  })
