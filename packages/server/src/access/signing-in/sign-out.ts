import type { Principal } from '@otklik/model/access'
import { recordAudit } from '../../platform/audit/index.ts'
import type { Origin } from '../../platform/http/index.ts'
import { type AccessParts, nowOf } from '../parts.ts'
import { closeSession } from './sessions.ts'

/** Ends the session of this cookie; nothing happens when there is none. */
export async function signOut(parts: AccessParts, secret: string, who: Principal, from: Origin): Promise<void> {
  await parts.db.transaction().execute(async (tx) => {
    if (!(await closeSession(tx, secret)) || who.kind !== 'user') return
    await recordAudit(tx, { who, what: 'session.closed', subject: `user:${who.id}`, from }, nowOf(parts))
  })
}
