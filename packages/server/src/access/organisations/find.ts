import { type Reach, ROOT_PATH } from '@otklik/model/access'
import type { Actor } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import { waitForLock } from '../../platform/postgres/locks.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { isOrganisationId } from '../people/ids.ts'
import { organisationClosed } from './problems.ts'

/** The organisation that an actor acts for: that of the role or of the key, else the whole system. */
export function organisationOf(who: Actor): number {
  if (who === 'system') return 1
  if (who.kind === 'user') return who.as?.organisation.id ?? 1
  return who.kind === 'machine' ? who.organisation : 1
}

/** Two moves side by side could put each organisation under the other: changes of the tree go one after another. */
export const holdTree = (tx: Tx): Promise<void> => waitForLock(tx, 'organisations')

/** The pattern of the paths within reach, for LIKE; of none where nothing is. */
export const pathsWithin = ({ everything, top }: Reach): string =>
  everything ? `${ROOT_PATH}%` : top === null ? '' : `${top}%`

/**
 * One organisation within reach; `not_found` is the answer whether there is none or it stands elsewhere.
 * @param lock keeps it as it is until the end of the transaction: `share` while something is put into it.
 */
export async function requireOrganisation(db: Db, reach: Reach, id: number, lock?: 'share' | 'update') {
  if (!isOrganisationId(id)) throw problem(problems.notFound)
  const found = db
    .selectFrom('access_organisations')
    .selectAll()
    .where('id', '=', id)
    .where('path', 'like', pathsWithin(reach))
  const locked = lock === 'update' ? found.forUpdate() : lock === 'share' ? found.forShare() : found
  const row = await locked.executeTakeFirst()
  if (row === undefined) throw problem(problems.notFound)
  return row
}
export type OrganisationRow = Awaited<ReturnType<typeof requireOrganisation>>

/** The same, but not a closed one: throws `organisation_closed`. */
export async function requireOpenOrganisation(
  db: Db,
  reach: Reach,
  id: number,
  lock?: 'share' | 'update',
): Promise<OrganisationRow> {
  const row = await requireOrganisation(db, reach, id, lock)
  if (row.closed_at !== null) throw problem(organisationClosed, row.name)
  return row
}
