import { isDeepStrictEqual } from 'node:util'
import type { AuditEventName } from '@otklik/model/access'
import type { CertificationObject, ObjectFields } from '@otklik/model/certification/api'
import { type Caller, reachOfActor, recordAudit } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { objectChanged } from '../problems.ts'
import { requireEverything, visibleObject } from '../reach.ts'
import { checkedObject } from './object-fields.ts'
import { fieldsOf, findObject, objectOf, type ObjectRow, requireOwnService, rowOf } from './object-row.ts'

export async function addObject(db: Db, body: ObjectFields, caller: Caller): Promise<CertificationObject> {
  requireEverything(reachOfActor(caller.who))
  const fields = checkedObject(body)
  return db.transaction().execute(async (tx) => {
    const row = await rowOf(tx, fields)
    await requireOwnService(tx, fields, null)
    const { id } = await tx.insertInto('certification_objects').values(row).returning('id').executeTakeFirstOrThrow()
    await tellAudit(tx, { what: 'certification_object.added', id, before: null, after: fields }, caller)
    return objectOf(await findObject(tx, id).executeTakeFirstOrThrow())
  })
}

export type SavedObject = ObjectFields & { readonly version: number }

/** Changes an object; refused where somebody else was faster. Editions made before stay as they are. */
export async function saveObject(db: Db, id: number, body: SavedObject, caller: Caller): Promise<CertificationObject> {
  const { version, ...given } = body
  return db.transaction().execute(async (tx) => {
    const found = await lockObject(tx, id, caller)
    const fields = checkedObject(given)
    if (found.version !== version) throw problem(objectChanged)
    const before = fieldsOf(found)
    if (isDeepStrictEqual(before, fields)) return objectOf(found)
    const row = await rowOf(tx, fields)
    await requireOwnService(tx, fields, id)
    const change = { ...row, version: version + 1 }
    await tx.updateTable('certification_objects').set(change).where('id', '=', id).execute()
    await tellAudit(tx, { what: 'certification_object.saved', id, before, after: fields }, caller)
    return objectOf(await findObject(tx, id).executeTakeFirstOrThrow())
  })
}

/** The object, held until the end of the transaction; 404 where there is none within reach. */
export async function lockObject(tx: Tx, id: number, caller: Caller): Promise<ObjectRow> {
  const reach = reachOfActor(caller.who)
  const found = await findObject(tx, id).where(visibleObject(reach)).forUpdate('o').executeTakeFirst()
  if (found === undefined) throw problem(problems.notFound)
  return found
}

interface ObjectEvent {
  readonly what: Extract<AuditEventName, `certification_object.${string}`>
  readonly id: number
  readonly before: unknown
  readonly after: unknown
}

export function tellAudit(tx: Tx, { what, id, before, after }: ObjectEvent, { who, from, at }: Caller): Promise<void> {
  return recordAudit(tx, { who, what, subject: `certification_object:${id}`, before, after, from, at })
}
