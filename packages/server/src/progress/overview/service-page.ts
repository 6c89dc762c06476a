import type { ServicePage } from '@otklik/model/progress/api'
import { listAlarms } from '../alarms/list.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import { type Asked, filterOf, indicatorRows } from '../indicators/rows.ts'
import { closedThrough, monthsInData, periodBefore, recentPeriod } from '../period.ts'
import type { ServiceFacts } from '../ports.ts'
import type { Sight } from '../sight.ts'
import { holdsService, ofWithin } from '../within.ts'
import { monthRows, totalOf } from './overview.ts'
import { readRatings } from './service-ratings.ts'
import { readStatuses } from './service-statuses.ts'

/** One service: its figures over the months and by channel, region and office, its statuses, ratings and alarms. */
export async function readService(parts: Sight, service: string, slice: Asked): Promise<ServicePage> {
  const asked = { ...slice, service }
  const today = parts.today()
  const closed = closedThrough(today, parts.closesAfterDays)
  const [data, services, unfinished] = await Promise.all([
    monthsInData(parts.ch, parts.within),
    parts.register.services(),
    parts.ledger.unfinishedPackages(),
  ])
  const facts = services.get(service)
  if (!(facts && isKnownTo(parts, service, facts)) && !(await occurs(parts, service))) throw problem(problems.notFound)
  const period = recentPeriod(asked, data, today, closed)
  const previous = periodBefore(period)
  const filter = { ...(await filterOf(parts, asked)), ...period }
  const cut = (key: 'channel' | 'region' | 'office') => indicatorRows(parts, { ...asked, ...period }, [key])
  const [total, previousTotal, months, channels, regions, offices, statuses, ratings, alarms] = await Promise.all([
    totalOf(parts, asked, period),
    totalOf(parts, asked, previous),
    monthRows(parts, asked, period),
    cut('channel'),
    cut('region'),
    cut('office'),
    readStatuses(parts.ch, filter, unfinished),
    readRatings(parts, filter, unfinished),
    listAlarms(parts, { state: 'all', service }),
  ])
  return {
    service: {
      id: service,
      ...headOf(service, facts),
      known: facts !== undefined,
    },
    period,
    previous,
    closedThrough: closed,
    total,
    previousTotal,
    months,
    channels,
    regions,
    offices,
    statuses,
    ratings,
    alarms: alarms.alarms,
  }
}

function headOf(service: string, facts: ServiceFacts | undefined) {
  const { name = service, kind = null, authority = null, region = null, termDays = null, termUnit = null } = facts ?? {}
  return { name, kind, authority, region, termDays, termUnit }
}

/** Of the register's services one's own have a page, and the federal ones, also without a request. */
const isKnownTo = ({ within }: Sight, service: string, { region }: ServiceFacts): boolean =>
  region === null || holdsService(within, service)

/** Any other has a page as soon as a request that the caller may see names it, be it known to the register or not. */
async function occurs({ ch, within }: Sight, service: string): Promise<boolean> {
  const { sql, params } = ofWithin(within)
  const rows = await ch.query(
    `SELECT 1 FROM request_current FINAL WHERE service_id = {service:String} AND ${sql} LIMIT 1`,
    { ...params, service },
  )
  return rows.length > 0
}
