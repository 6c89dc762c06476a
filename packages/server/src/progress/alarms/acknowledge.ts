import type { Principal } from '@otklik/model/access'
import type { Alarm } from '@otklik/model/progress/api'
import { type Caller, recordAudit } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import { alreadyAcknowledged } from '../problems.ts'
import type { Scope } from '../scope.ts'
import { reachesWholeService } from '../reach.ts'
import { alarmOf } from './list.ts'

/** Takes an alarm off the overview with a reason. Once only: what was answered is not answered anew. */
export async function acknowledgeAlarm(
  deps: Scope,
  { id, reason }: { id: number; reason: string },
  { who, from, at }: Caller<Principal>,
): Promise<Alarm> {
  const row = await deps.db.transaction().execute(async (tx) => {
    const before = await tx.selectFrom('alarms').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (!before || !reachesWholeService(deps.requestReach, before.service)) throw problem(problems.notFound)
    if (before.acknowledged_at) throw problem(alreadyAcknowledged, before.acknowledged_by ?? '')
    const after = { acknowledged_by: nameOf(who), acknowledged_at: at, reason: reason.trim() }
    const saved = await tx
      .updateTable('alarms')
      .set(after)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    const { figure, service, month } = saved
    const event = {
      who,
      what: 'alarm.acknowledged',
      subject: `alarm:${id}`,
      after: { figure, service, month, ...after },
      from,
      at,
    } as const
    await recordAudit(tx, event)
    return saved
  })
  const services = await deps.register.services()
  return alarmOf(row, services.get(row.service)?.name)
}

function nameOf(who: Principal): string {
  if (who.kind === 'user') return who.name
  return who.kind === 'operator' ? 'Оператор сервера' : ''
}
