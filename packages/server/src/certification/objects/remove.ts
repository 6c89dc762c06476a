import type { Caller } from '../../platform/audit/index.ts'
import type { CertificationObject } from '@otklik/model/certification/api'
import { badField, problem } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { tidy } from '../../platform/text.ts'
import { objectNotRemoved, objectRemoved } from '../problems.ts'
import { findObject, objectOf } from './object-row.ts'
import { lockObject, tellAudit } from './save.ts'

/** Takes an object out of the draft of the single list. It stays, with the reason, and can be put back. */
export async function removeObject(db: Db, id: number, given: string, caller: Caller): Promise<CertificationObject> {
  const reason = reasonOf(given)
  return db.transaction().execute(async (tx) => {
    const found = await lockObject(tx, id, caller)
    if (found.removed_reason !== null) throw problem(objectRemoved, found.removed_reason)
    const change = { removed_reason: reason, removed_at: caller.at, version: found.version + 1 }
    await tx.updateTable('certification_objects').set(change).where('id', '=', id).execute()
    const event = { id, before: { removed: null }, after: { removed: reason } }
    await tellAudit(tx, { what: 'certification_object.removed', ...event }, caller)
    return objectOf(await findObject(tx, id).executeTakeFirstOrThrow())
  })
}

export async function restoreObject(db: Db, id: number, given: string, caller: Caller): Promise<CertificationObject> {
  const reason = reasonOf(given)
  return db.transaction().execute(async (tx) => {
    const found = await lockObject(tx, id, caller)
    if (found.removed_reason === null) throw problem(objectNotRemoved)
    const change = { removed_reason: null, removed_at: null, version: found.version + 1 }
    await tx.updateTable('certification_objects').set(change).where('id', '=', id).execute()
    const event = { id, before: { removed: found.removed_reason }, after: { removed: null, reason } }
    await tellAudit(tx, { what: 'certification_object.restored', ...event }, caller)
    return objectOf(await findObject(tx, id).executeTakeFirstOrThrow())
  })
}

function reasonOf(given: string): string {
  const reason = tidy(given)
  if (reason === '') throw badField('reason', 'Напишите причину.')
  return reason
}
