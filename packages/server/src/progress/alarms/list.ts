import { GRADES } from '@otklik/model/critical'
import type { Alarm } from '@otklik/model/progress/api'
import { sql } from 'kysely'
import { problem, problems } from '../../platform/problems/index.ts'
import { type Asked, filterOf } from '../indicators/rows.ts'
import type { Scope } from '../scope.ts'
import { alarmOf } from './alarm-of.ts'
import { expectedByChance, judgedMonths } from './expected.ts'

/** The alarms of services that are within reach whole: they were found over all requests for the service. */
const alarmsWithin = ({ db, requestReach }: Pick<Scope, 'db' | 'requestReach'>) =>
  db
    .selectFrom('alarms')
    .$if(requestReach !== 'everything', (query) =>
      query.where(
        sql<boolean>`service = ANY(${requestReach === 'everything' ? [] : [...requestReach.services]}::text[])`,
      ),
    )

/** Which services' alarms: of a slice nothing else narrows what was found over all requests for a service. */
export type AskedServices = Pick<Asked, 'service' | 'authority'>

/** The alarms of the services asked for: the list and its number on the overview are of one query. */
export async function alarmsAsked(deps: Scope, { service, authority }: AskedServices) {
  const { services, otherThan } = await filterOf(deps, { authority })
  return alarmsWithin(deps)
    .$if(service !== undefined, (query) => query.where('service', '=', service ?? ''))
    .$if(services !== undefined, (query) => query.where(sql<boolean>`service = ANY(${[...(services ?? [])]}::text[])`))
    .$if(otherThan !== undefined, (query) =>
      query.where(sql<boolean>`service <> ALL(${[...(otherThan ?? [])]}::text[])`),
    )
}

/** Alarms with the latest month first, and in a month the best founded first; names are the register's. */
export async function listAlarms(
  deps: Scope,
  { state = 'open', ...asked }: AskedServices & { state?: 'open' | 'all' },
): Promise<{ alarms: Alarm[]; expectedByChance: number }> {
  const of = await alarmsAsked(deps, asked)
  const [rows, names, expected] = await Promise.all([
    of
      .$if(state === 'open', (query) => query.where('acknowledged_at', 'is', null))
      .selectAll()
      .orderBy('month', 'desc')
      .orderBy('id')
      .execute(),
    deps.register.services(),
    judgedMonths(deps).then((months) => expectedByChance(deps, asked, months)),
  ])
  const alarms = rows.map((row) => alarmOf(row, names.get(row.service)?.name))
  return { alarms: alarms.toSorted(byMonthAndGrade), expectedByChance: expected }
}

/** One alarm of a service that is within reach; 404 otherwise. */
export async function readAlarm(deps: Scope, id: number): Promise<Alarm> {
  const row = await alarmsWithin(deps).where('id', '=', id).selectAll().executeTakeFirst()
  if (row === undefined) throw problem(problems.notFound)
  const names = await deps.register.services()
  return alarmOf(row, names.get(row.service)?.name)
}

function byMonthAndGrade(a: Alarm, b: Alarm): number {
  if (a.month !== b.month) return a.month < b.month ? 1 : -1
  return GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade)
}
