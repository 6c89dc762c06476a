import type { Principal } from '@otklik/model/access'
import type { AuditEventName } from '@otklik/model/access'
import { casesOf } from '@otklik/model/critical'
import type { AlarmCase } from '@otklik/model/progress/api'
import type { Selectable } from 'kysely'
import { type Caller, recordAudit } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { AlarmTables } from '../alarms/tables.ts'
import { reachesWholeService } from '../reach.ts'
import type { Scope } from '../scope.ts'
import { readCase } from './read.ts'

/** The critical values of a case, oldest first, held until the transaction ends. */
export type HeldCase = readonly Selectable<AlarmTables['alarms']>[]

/**
 * Changes what people keep of the case that a critical value belongs to, with its audit row, and tells of it anew.
 * @param change what it returns is recorded as what the case was changed to
 */
export async function changeCase(
  deps: Scope,
  id: number,
  what: AuditEventName,
  { who, from, at }: Caller<Principal>,
  change: (tx: Tx, held: HeldCase) => Promise<object>,
): Promise<AlarmCase> {
  await deps.db.transaction().execute(async (tx) => {
    const held = await holdCase(tx, deps, id)
    const [first] = held
    const after = { figure: first?.figure, service: first?.service, month: first?.month, ...(await change(tx, held)) }
    await recordAudit(tx, { who, what, subject: `alarm:${id}`, after, from, at })
  })
  return readCase(deps, id)
}

async function holdCase(tx: Tx, { requestReach }: Scope, id: number): Promise<HeldCase> {
  const asked = await tx.selectFrom('alarms').select(['figure', 'service']).where('id', '=', id).executeTakeFirst()
  if (!asked || !reachesWholeService(requestReach, asked.service)) throw problem(problems.notFound)
  const series = await tx
    .selectFrom('alarms')
    .selectAll()
    .where('figure', '=', asked.figure)
    .where('service', '=', asked.service)
    .orderBy('month')
    .forUpdate()
    .execute()
  const found = casesOf(series, '').find((one) => one.found.some((alarm) => alarm.id === id))
  if (!found) throw problem(problems.notFound)
  return found.found
}
