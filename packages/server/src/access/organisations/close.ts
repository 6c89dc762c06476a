import type { Organisation } from '@otklik/model/access/api'
import { type Actor, type Caller, reachOfActor, recordAudit } from '../../platform/audit/index.ts'
import { problem } from '../../platform/problems/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import type { AccessDeps } from '../deps.ts'
import { holdTree, type OrganisationRow, requireOpenOrganisation, requireOrganisation } from './find.ts'
import { handOver } from './hand-over.ts'
import { countHoldings } from './holdings.ts'
import { ownSubtree, rootStays, stillHolds } from './problems.ts'
import { readOrganisation } from './read.ts'
import { withoutWidening } from './widening.ts'

/**
 * Closes an organisation and gives what it holds to the successor; without one it must hold nothing. It stays in the
 * tree, and its requests within reach. A second time changes nothing.
 */
export async function closeOrganisation(
  deps: AccessDeps,
  { id, successor }: { readonly id: number; readonly successor: number | null },
  { who, from, at }: Caller,
): Promise<Organisation> {
  const reach = reachOfActor(who)
  await deps.db.transaction().execute(async (tx) => {
    await holdTree(tx)
    const row = await requireOrganisation(tx, reach, id, 'update')
    if (row.parent_id === null) throw problem(rootStays)
    if (row.closed_at !== null) return
    const handed = await withoutWidening(tx, who, async () =>
      successor === null
        ? requireEmpty(tx, row, at)
        : handOver(tx, row, await heirOf(tx, row, successor, who), who, at),
    )
    await tx.updateTable('access_organisations').set({ closed_at: at }).where('id', '=', id).execute()
    await recordAudit(tx, {
      who,
      what: 'organisation.closed',
      subject: `organisation:${id}`,
      from,
      before: { closedAt: null },
      after: { closedAt: at, successor, ...handed },
      at,
    })
  })
  return readOrganisation(deps.db, reach, id)
}

async function requireEmpty(tx: Tx, { id }: OrganisationRow, now: Date): Promise<undefined> {
  const holdings = await countHoldings(tx, id, now)
  if (Object.values(holdings).some((count) => count > 0)) throw problem(stillHolds, holdings)
}

async function heirOf(tx: Tx, row: OrganisationRow, successor: number, who: Actor): Promise<OrganisationRow> {
  const heir = await requireOpenOrganisation(tx, reachOfActor(who), successor, 'share')
  if (heir.path.startsWith(row.path)) throw problem(ownSubtree)
  return heir
}

/** Opens a closed organisation again; what it handed over stays where it is. */
export async function reopenOrganisation(
  deps: AccessDeps,
  { id }: { readonly id: number },
  { who, from, at }: Caller,
): Promise<Organisation> {
  const reach = reachOfActor(who)
  await deps.db.transaction().execute(async (tx) => {
    await holdTree(tx)
    const row = await requireOrganisation(tx, reach, id, 'update')
    if (row.closed_at === null || row.parent_id === null) return
    await requireOpenOrganisation(tx, reach, row.parent_id)
    await tx.updateTable('access_organisations').set({ closed_at: null }).where('id', '=', id).execute()
    const change = { before: { closedAt: row.closed_at }, after: { closedAt: null } }
    await recordAudit(tx, { who, what: 'organisation.reopened', subject: `organisation:${id}`, ...change, from, at })
  })
  return readOrganisation(deps.db, reach, id)
}
