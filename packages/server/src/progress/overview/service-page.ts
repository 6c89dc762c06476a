import type { ServicePage } from '@otklik/model/progress/api'
import { comparedWith } from '@otklik/model/months'
import { listAlarms } from '../alarms/list.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import { type Asked, filterOf, indicatorRows } from '../indicators/rows.ts'
import { closedThrough, monthsInData, recentPeriod } from '../period.ts'
import type { ServiceFacts } from '../ports.ts'
import type { Scope } from '../scope.ts'
import { reachesWholeService, reachCondition } from '../reach.ts'
import { monthRows, totalOf } from './overview.ts'
import { readRatings } from './service-ratings.ts'
import { readStatuses } from './service-statuses.ts'

/** One service: its figures over the months and by channel, region and office, its statuses, ratings and alarms. */
export async function readService(deps: Scope, service: string, slice: Asked): Promise<ServicePage> {
  const asked = { ...slice, service }
  const today = deps.today()
  const closed = closedThrough(today, deps.closesAfterDays)
  const [data, services, unfinished] = await Promise.all([
    monthsInData(deps.ch, deps.requestReach),
    deps.register.services(),
    deps.ledger.unfinishedPackages(),
  ])
  const facts = services.get(service)
  if (!(facts && isKnownTo(deps, service, facts)) && !(await occurs(deps, service))) throw problem(problems.notFound)
  const period = recentPeriod(asked, data, today, closed)
  const previous = comparedWith(period, asked.versus)
  const filter = { ...(await filterOf(deps, asked)), ...period }
  const cut = (key: 'channel' | 'region' | 'office') => indicatorRows(deps, { ...asked, ...period }, [key])
  const [total, previousTotal, months, previousMonths, channels, regions, offices, statuses, ratings, alarms] =
    await Promise.all([
      totalOf(deps, asked, period),
      totalOf(deps, asked, previous),
      monthRows(deps, asked, period),
      monthRows(deps, asked, previous),
      cut('channel'),
      cut('region'),
      cut('office'),
      readStatuses(deps.ch, filter, unfinished),
      readRatings(deps, filter, unfinished),
      listAlarms(deps, { state: 'all', service }),
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
    previousMonths,
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
const isKnownTo = ({ requestReach }: Scope, service: string, { region }: ServiceFacts): boolean =>
  region === null || reachesWholeService(requestReach, service)

/** Any other has a page as soon as a request that the caller may see names it, be it known to the register or not. */
async function occurs({ ch, requestReach }: Scope, service: string): Promise<boolean> {
  const { sql, params } = reachCondition(requestReach)
  const rows = await ch.query(
    `SELECT 1 FROM request_current FINAL WHERE service_id = {service:String} AND ${sql} LIMIT 1`,
    { ...params, service },
  )
  return rows.length > 0
}
