import type { OrganisationKind } from '@otklik/model/access'
import type { Organisation, OrganisationFields } from '@otklik/model/access/api'
import { sql } from 'kysely'
import { type Caller, reachOfActor, recordAudit } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import type { AccessDeps } from '../deps.ts'
import { auditFields } from './audit-fields.ts'
import { prepareFields } from './fields.ts'
import { holdTree, requireOpenOrganisation } from './find.ts'
import { requirePlace } from './place.ts'
import { readOrganisation } from './read.ts'
import { withoutWidening } from './widening.ts'

export interface NewOrganisation extends OrganisationFields {
  readonly parent: number
  readonly kind: OrganisationKind
}

/** Puts a new organisation under an open one within reach. */
export async function addOrganisation(
  deps: AccessDeps,
  ask: NewOrganisation,
  { who, from, at }: Caller,
): Promise<Organisation> {
  const { kind } = ask
  const reach = reachOfActor(who)
  const id = await deps.db.transaction().execute(async (tx) => {
    await holdTree(tx)
    const parent = await requireOpenOrganisation(tx, reach, ask.parent)
    requirePlace(kind, parent)
    const id = await nextNumber(tx)
    const fields = await withoutWidening(tx, who, async (mayLink) => {
      const fields = await prepareFields(tx, { given: ask, kind, mayLink })
      const place = { id, kind, parent_id: parent.id, path: `${parent.path}${id}/` }
      await tx
        .insertInto('access_organisations')
        .values({ ...fields, ...place, created_at: at })
        .execute()
      return fields
    })
    const after = { parent: parent.id, kind, ...auditFields(fields) }
    await recordAudit(tx, { who, what: 'organisation.added', subject: `organisation:${id}`, after, from, at })
    return id
  })
  return readOrganisation(deps.db, reach, id)
}

/** Before the row is written: its path holds its own number. */
async function nextNumber(tx: Tx): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    SELECT nextval(pg_get_serial_sequence('access_organisations', 'id')) AS id`.execute(tx)
  const [next] = rows
  if (next === undefined) throw new Error('the sequence of organisations gave no number')
  return next.id
}
