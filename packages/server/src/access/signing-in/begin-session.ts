import { NOBODY } from '@otklik/model/access'
import { recordAudit } from '../../platform/audit/index.ts'
import type { Origin } from '../../platform/http/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import type { Reaches } from '../organisations/reaches.ts'
import { type AccessDeps, nowOf } from '../deps.ts'
import { findSession } from './find-session.ts'
import { openSession, type SignedIn } from './sessions.ts'

export interface Beginning extends Omit<SignedIn, 'address'> {
  readonly from: Origin
  /** What the audit says besides: how the person came in. */
  readonly after?: unknown
}

/** Opens a session with its line in the audit, and returns its secret: every way in ends here. */
export async function beginSession(
  tx: Tx,
  deps: Pick<AccessDeps, 'now'> & { readonly reaches: Reaches },
  { from, after, ...signedIn }: Beginning,
): Promise<string> {
  const now = nowOf(deps)
  const secret = await openSession(tx, { ...signedIn, address: from.address }, now)
  const who = (await findSession({ db: tx, reaches: deps.reaches }, secret, now)) ?? NOBODY
  const what = signedIn.stage === 'second_factor' ? 'session.awaits_code' : 'session.opened'
  await recordAudit(tx, { who, what, subject: `user:${signedIn.userId}`, after, from, at: now })
  return secret
}
