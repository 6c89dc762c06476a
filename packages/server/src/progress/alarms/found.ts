import type { Alarm } from '@otklik/model/progress/api'
import type { Db } from '../../platform/postgres/open.ts'
import { alarmOf } from './alarm-of.ts'

/** Everything that was found of these services, the first first, whoever has acknowledged it; names are not looked up. */
export async function alarmsFound(db: Db, services: readonly string[]): Promise<Alarm[]> {
  if (services.length === 0) return []
  const rows = await db
    .selectFrom('alarms')
    .selectAll()
    .where('service', 'in', [...services])
    .orderBy('month')
    .orderBy('id')
    .execute()
  return rows.map((row) => alarmOf(row, undefined))
}
