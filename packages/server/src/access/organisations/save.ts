import type { Organisation, OrganisationFields } from '@otklik/model/access/api'
import { type Caller, reachOfActor, recordAudit } from '../../platform/audit/index.ts'
import type { AccessDeps } from '../deps.ts'
import { auditFields } from './audit-fields.ts'
import { prepareFields } from './fields.ts'
import { holdTree, requireOrganisation } from './find.ts'
import { readOrganisation } from './read.ts'
import { withoutWidening } from './widening.ts'

/** Changes what an organisation is called and where it is found; its kind stays, its place is the business of moving. */
export async function saveOrganisation(
  deps: AccessDeps,
  { id, ...given }: OrganisationFields & { readonly id: number },
  { who, from, at }: Caller,
): Promise<Organisation> {
  const reach = reachOfActor(who)
  await deps.db.transaction().execute(async (tx) => {
    await holdTree(tx)
    const row = await requireOrganisation(tx, reach, id, 'update')
    const fields = await withoutWidening(tx, who, async (mayLink) => {
      const fields = await prepareFields(tx, { given, kind: row.kind, mayLink })
      await tx.updateTable('access_organisations').set(fields).where('id', '=', id).execute()
      return fields
    })
    await recordAudit(tx, {
      what: 'organisation.saved',
      subject: `organisation:${id}`,
      before: auditFields(row),
      who,
      after: auditFields(fields),
      from,
      at,
    })
  })
  return readOrganisation(deps.db, reach, id)
}
