import { type Caller, recordAudit } from '../../platform/audit/index.ts'
import type { AccessDeps } from '../deps.ts'
import { closeSession } from './sessions.ts'

/** Ends the session of this cookie; nothing happens when there is none. */
export async function signOut(deps: AccessDeps, secret: string, { who, from, at }: Caller): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    if (!(await closeSession(tx, secret)) || who === 'system' || who.kind !== 'user') return
    await recordAudit(tx, { who, what: 'session.closed', subject: `user:${who.id}`, from, at })
  })
}
