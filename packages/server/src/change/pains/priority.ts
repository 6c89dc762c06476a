import type { BodyOf } from '@otklik/model/api'
import type { changePriority as route } from '@otklik/model/change/api'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { requireProcesses } from '../processes/reach.ts'
import { findProblem } from './record.ts'

/** Puts a person's priority beside the computed one, with its reason; null takes it back. */
export async function changePriority(
  db: Db,
  id: number,
  { process, priority, reason }: BodyOf<typeof route>,
  caller: Caller,
): Promise<void> {
  const { who, from, at } = caller
  await findProblem(db, id, who)
  await requireProcesses(db, [process], who, 'process')
  await db.transaction().execute(async (tx) => {
    const rows = tx.deleteFrom('change_priorities').where('problem_id', '=', id).where('process', '=', process)
    await rows.execute()
    if (priority !== null)
      await tx
        .insertInto('change_priorities')
        .values({ problem_id: id, process, priority, reason, by: displayName(who), at })
        .execute()
    const after = { process, priority, reason }
    await recordAudit(tx, { who, what: 'problem.priority_changed', subject: `problem:${id}`, after, from, at })
  })
}
