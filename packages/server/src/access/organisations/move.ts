import type { Organisation } from '@otklik/model/access/api'
import { sql } from 'kysely'
import { type Caller, reachOfActor, recordAudit } from '../../platform/audit/index.ts'
import { problem } from '../../platform/problems/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import type { AccessDeps } from '../deps.ts'
import { holdTree, type OrganisationRow, requireOpenOrganisation, requireOrganisation } from './find.ts'
import { levelOf, requirePlace } from './place.ts'
import { ownSubtree, rootStays } from './problems.ts'
import { readOrganisation } from './read.ts'
import { withoutWidening } from './widening.ts'

/** Puts an organisation with everything under it under another one. A second time changes nothing. */
export async function moveOrganisation(
  deps: AccessDeps,
  ask: { readonly id: number; readonly parent: number },
  { who, from, at }: Caller,
): Promise<Organisation> {
  const reach = reachOfActor(who)
  await deps.db.transaction().execute(async (tx) => {
    await holdTree(tx)
    const row = await requireOrganisation(tx, reach, ask.id, 'update')
    if (row.parent_id === null) throw problem(rootStays)
    const parent = await requireOpenOrganisation(tx, reach, ask.parent)
    if (row.parent_id === parent.id) return
    if (parent.path.startsWith(row.path)) throw problem(ownSubtree)
    requirePlace(row.kind, parent, await levelsUnder(tx, row))
    await withoutWidening(tx, who, () => putUnder(tx, row, parent))
    await recordAudit(tx, {
      who,
      what: 'organisation.moved',
      subject: `organisation:${row.id}`,
      from,
      before: placeOf(row),
      after: { parent: parent.id },
      at,
    })
  })
  return readOrganisation(deps.db, reach, ask.id)
}

const placeOf = ({ parent_id }: OrganisationRow) => ({ parent: parent_id })

/** Rewrites the paths of a whole subtree in one statement: no reader sees half of it. */
export async function putUnder(tx: Tx, moved: OrganisationRow, parent: OrganisationRow): Promise<void> {
  await sql`
    UPDATE access_organisations SET
      parent_id = CASE WHEN id = ${moved.id} THEN ${parent.id}::int ELSE parent_id END,
      path = ${parent.path} || ${moved.id}::text || '/' || substr(path, ${moved.path.length + 1})
    WHERE path LIKE ${`${moved.path}%`}`.execute(tx)
}

/** How many levels the subtree has, with its top. */
export async function levelsUnder(tx: Tx, { path }: OrganisationRow): Promise<number> {
  const { rows } = await sql<{ deepest: string }>`
    SELECT path AS deepest FROM access_organisations WHERE path LIKE ${`${path}%`}
    ORDER BY length(path) - length(replace(path, '/', '')) DESC LIMIT 1`.execute(tx)
  return levelOf(rows[0]?.deepest ?? path) - levelOf(path) + 1
}
