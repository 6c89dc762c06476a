import type { ServicePage } from '@otklik/model/api'
import { listAlarms } from '../alarms/list.ts'
import { problem, problems } from '../../platform/http/index.ts'
import { type Asked, filterOf, indicatorRows } from '../indicators/rows.ts'
import type { ProgressParts } from '../parts.ts'
import { closedThrough, monthsInData, recentPeriod } from '../period.ts'
import { monthRows, totalOf } from './overview.ts'
import { readRatings } from './service-ratings.ts'
import { readStatuses } from './service-statuses.ts'

/** One service: its figures over the months and by channel, region and office, its statuses, ratings and alarms. */
export async function readService(parts: ProgressParts, service: string, slice: Asked): Promise<ServicePage> {
  const asked = { ...slice, service }
  const today = parts.today()
  const closed = closedThrough(today, parts.closesAfterDays)
  const [data, services, unfinished] = await Promise.all([
    monthsInData(parts.ch),
    parts.register.services(),
    parts.ledger.unfinishedPackages(),
  ])
  const facts = services.get(service)
  if (!facts && !(await occurs(parts, service))) throw problem(problems.notFound)
  const period = recentPeriod(asked, data, today, closed)
  const filter = { ...(await filterOf(parts.register, asked)), ...period }
  const cut = (key: 'channel' | 'region' | 'office') => indicatorRows(parts, { ...asked, ...period }, [key])
  const [total, months, channels, regions, offices, statuses, ratings, alarms] = await Promise.all([
    totalOf(parts, asked, period),
    monthRows(parts, asked, period),
    cut('channel'),
    cut('region'),
    cut('office'),
    readStatuses(parts.ch, filter, unfinished),
    readRatings(parts.ch, filter, unfinished),
    listAlarms(parts, { state: 'all', service }),
  ])
  return {
    service: {
      id: service,
      ...headOf(service, facts),
      known: facts !== undefined,
    },
    period,
    closedThrough: closed,
    total,
    months,
    channels,
    regions,
    offices,
    statuses,
    ratings,
    alarms: alarms.alarms,
  }
}

type Facts = Awaited<ReturnType<ProgressParts['register']['services']>> extends ReadonlyMap<string, infer F> ? F : never

function headOf(service: string, facts: Facts | undefined) {
  const { name = service, kind = null, authority = null, region = null, termDays = null, termUnit = null } = facts ?? {}
  return { name, kind, authority, region, termDays, termUnit }
}

/** A service the register doesn't know yet has a page as soon as a request names it. */
async function occurs(parts: ProgressParts, service: string): Promise<boolean> {
  const rows = await parts.ch.query('SELECT 1 FROM request_current WHERE service_id = {service:String} LIMIT 1', {
    service,
  })
  return rows.length > 0
}
