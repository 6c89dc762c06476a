import type { Alarm, AlarmGrade, Figure } from '@otklik/model/api'
import { type Selectable, sql } from 'kysely'
import { type Asked, filterOf } from '../indicators/rows.ts'
import type { Sight } from '../sight.ts'
import { expectedByChance } from './expected.ts'
import type { AlarmTables } from './tables.ts'

/** The alarms of services that are within sight whole: they were found over all requests for the service. */
const alarmsWithin = ({ db, within }: Pick<Sight, 'db' | 'within'>) =>
  db
    .selectFrom('alarms')
    .$if(within !== 'everything', (query) =>
      query.where(sql<boolean>`service = ANY(${within === 'everything' ? [] : [...within.services]}::text[])`),
    )

/** Alarms with the latest month first, and in a month the best founded first; names are the register's. */
export async function listAlarms(
  parts: Sight,
  { state = 'open', service }: { state?: 'open' | 'all'; service?: string },
): Promise<{ alarms: Alarm[]; expectedByChance: number }> {
  let query = alarmsWithin(parts).selectAll()
  if (state === 'open') query = query.where('acknowledged_at', 'is', null)
  if (service !== undefined) query = query.where('service', '=', service)
  const [rows, names, expected] = await Promise.all([
    query.orderBy('month', 'desc').orderBy('id').execute(),
    parts.register.services(),
    expectedByChance(parts, service),
  ])
  const alarms = rows.map((row) => alarmOf(row, names.get(row.service)?.name))
  return { alarms: alarms.toSorted(byMonthAndGrade), expectedByChance: expected }
}

export function alarmOf(row: Selectable<AlarmTables['alarms']>, name: string | undefined): Alarm {
  const { id, figure, service, month, grade, sentence, values, evidence, remains, found_at } = row
  const { acknowledged_by: by, acknowledged_at: at, reason } = row
  return {
    id,
    figure,
    service,
    serviceName: name ?? service,
    month,
    grade,
    sentence,
    values,
    evidence,
    remains,
    foundAt: found_at.toISOString(),
    acknowledged:
      by !== null && at !== null && reason !== null
        ? {
            by,
            at: at.toISOString(),
            reason,
          }
        : null,
  }
}

const grades: readonly AlarmGrade[] = ['confirmed', 'likely', 'maybe_chance', 'little_data']

function byMonthAndGrade(a: Alarm, b: Alarm): number {
  if (a.month !== b.month) return a.month < b.month ? 1 : -1
  return grades.indexOf(a.grade) - grades.indexOf(b.grade)
}

/** Alarms nobody has acknowledged, of the services asked for. */
export async function countOpenAlarms(parts: Sight, asked: Asked): Promise<number> {
  const { service, services } = await filterOf(parts, asked)
  if (services?.length === 0) return 0
  let query = alarmsWithin(parts).where('acknowledged_at', 'is', null)
  if (service !== undefined) query = query.where('service', '=', service)
  if (services !== undefined) query = query.where('service', 'in', services)
  const { n } = await query.select((the) => the.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  return n
}

/** Grade of the latest open alarm of each service. */
export async function latestGrades(
  parts: Pick<Sight, 'db' | 'within'>,
  figure: Figure,
): Promise<ReadonlyMap<string, AlarmGrade>> {
  const rows = await alarmsWithin(parts)
    .select(['service', 'grade'])
    .where('figure', '=', figure)
    .where('acknowledged_at', 'is', null)
    .orderBy('month')
    .execute()
  return new Map(rows.map(({ service, grade }) => [service, grade]))
}
