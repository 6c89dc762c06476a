import type { AppealState } from '@otklik/model/appeals'
import { type Caller, displayName } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import type { AppealTables } from '../tables.ts'

interface Happening {
  readonly id: number
  readonly event: AppealTables['appeals_events']['event']
  readonly to: AppealState
  readonly details: Readonly<Record<string, string | number | boolean | null>>
  /** Who stands in the course; by default whoever calls. */
  readonly by?: string
}

/** Writes down what has happened to an appeal; what is kept here holds no personal data, as it is never erased. */
export async function tellHappening(
  tx: Tx,
  { id, event, to, details, by }: Happening,
  { who, at }: Caller,
): Promise<void> {
  await tx
    .insertInto('appeals_events')
    .values({
      appeal_id: id,
      at,
      by: by ?? displayName(who),
      event,
      to_state: to,
      details: JSON.stringify(details),
    })
    .execute()
}
