import { NOBODY } from '@otklik/model/access'
import { recordAudit } from '../../platform/audit/index.ts'
import type { Origin } from '../../platform/http/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { nowOf } from '../deps.ts'
import type { Identity, TroubleKind } from './outside.ts'
import type { OutsideDeps } from './deps.ts'
import { identityMark } from './identities.ts'

/** The provider has said no, or what it said can't be trusted. */
export async function noteRefusal(deps: OutsideDeps, kind: TroubleKind, from: Origin): Promise<void> {
  await deps.db.transaction().execute((tx) =>
    recordAudit(tx, {
      who: NOBODY,
      what: 'session.refused',
      subject: 'outside',
      after: { why: kind },
      from,
      at: nowOf(deps),
    }),
  )
}

/** The identity is sure, but it is nobody's, or its owner's access is closed. */
export async function noteStranger(tx: Tx, identity: Identity, from: Origin, now: Date): Promise<void> {
  const subject = `identity:${identityMark(identity)}`
  await recordAudit(tx, { who: NOBODY, what: 'session.refused', subject, after: { by: 'outside' }, from, at: now })
}
