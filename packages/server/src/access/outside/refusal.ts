import { NOBODY } from '@otklik/model/access'
import { recordAudit } from '../../platform/audit/index.ts'
import type { Origin } from '../../platform/http/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { nowOf } from '../parts.ts'
import type { Identity, TroubleKind } from './outside.ts'
import type { OutsideParts } from './parts.ts'
import { identityMark } from './identities.ts'

/** The provider has said no, or what it said can't be trusted. */
export async function noteRefusal(parts: OutsideParts, kind: TroubleKind, from: Origin): Promise<void> {
  await parts.db.transaction().execute((tx) =>
    recordAudit(tx, {
      who: NOBODY,
      what: 'session.refused',
      subject: 'outside',
      after: { why: kind },
      from,
      at: nowOf(parts),
    }),
  )
}

/** The identity is sure, but it is nobody's, or its owner's access is closed. */
export async function noteStranger(tx: Tx, identity: Identity, from: Origin, now: Date): Promise<void> {
  const subject = `identity:${identityMark(identity)}`
  await recordAudit(tx, { who: NOBODY, what: 'session.refused', subject, after: { by: 'outside' }, from, at: now })
}
