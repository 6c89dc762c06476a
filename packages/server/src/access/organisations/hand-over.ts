import { type Actor, reachOfActor } from '../../platform/audit/index.ts'
import { fitsKind, ORGANISATION_KINDS, reachesOrganisation, roleEntry, topOf } from '@otklik/model/access'
import { sql } from 'kysely'
import { problem } from '../../platform/problems/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { type OrganisationRow } from './find.ts'
import { levelsUnder, putUnder } from './move.ts'
import { requirePlace } from './place.ts'
import { successorUnfit } from './problems.ts'

/** What went to the successor, for the audit. */
export interface HandedOver {
  readonly children: readonly number[]
  readonly memberships: readonly string[]
  readonly suppliers: readonly string[]
  readonly tokens: readonly string[]
}

/** Gives the open organisations under one, its running roles, suppliers and unrevoked keys to its successor. */
export async function handOver(
  tx: Tx,
  row: OrganisationRow,
  heir: OrganisationRow,
  who: Actor,
  now: Date,
): Promise<HandedOver> {
  return {
    children: await passChildren(tx, row, heir),
    memberships: await passMemberships(tx, row, heir, who, now),
    suppliers: await passSuppliers(tx, row, heir),
    tokens: await passTokens(tx, row, heir),
  }
}

async function passChildren(tx: Tx, row: OrganisationRow, heir: OrganisationRow): Promise<number[]> {
  const open = tx.selectFrom('access_organisations').selectAll().where('parent_id', '=', row.id)
  const children = await open.where('closed_at', 'is', null).orderBy('id').execute()
  for (const child of children) {
    requirePlace(child.kind, heir, await levelsUnder(tx, child))
    await putUnder(tx, child, heir)
  }
  return children.map(({ id }) => id)
}

/**
 * The roles end here and begin at the successor; whoever holds one there already keeps that one. Sessions go on in the
 * new role.
 */
async function passMemberships(
  tx: Tx,
  row: OrganisationRow,
  heir: OrganisationRow,
  who: Actor,
  now: Date,
): Promise<string[]> {
  const ended = await tx
    .updateTable('access_memberships')
    .set({ ended_at: now })
    .where('organisation_id', '=', row.id)
    .where('ended_at', 'is', null)
    .returning(['id', 'role'])
    .execute()
  if (ended.length === 0) return []
  for (const role of new Set(ended.map((one) => one.role))) requireFit(role, heir, who)
  const ids = ended.map(({ id }) => id)
  await sql`
    INSERT INTO access_memberships (user_id, organisation_id, role, since)
    SELECT user_id, ${heir.id}::int, role, ${now} FROM access_memberships WHERE id = ANY (${ids}::uuid[])
    ON CONFLICT (user_id, organisation_id, role) WHERE ended_at IS NULL DO NOTHING`.execute(tx)
  await sql`
    UPDATE access_sessions s SET membership_id = fresh.id
    FROM access_memberships old
    JOIN access_memberships fresh ON fresh.user_id = old.user_id AND fresh.role = old.role
      AND fresh.organisation_id = ${heir.id} AND fresh.ended_at IS NULL
    WHERE old.id = ANY (${ids}::uuid[]) AND s.membership_id = old.id`.execute(tx)
  return ids
}

/** A role must be one that is held in such organisations, and may not reach beyond what its giver reaches. */
function requireFit(role: string, heir: OrganisationRow, who: Actor): void {
  const name = roleEntry(role)?.name ?? role
  if (!fitsKind(role, heir.kind))
    throw problem(successorUnfit, `Роль «${name}» не даётся в организациях вида «${ORGANISATION_KINDS[heir.kind]}».`)
  if (!reachesOrganisation(reachOfActor(who), topOf(role, heir.path)))
    throw problem(successorUnfit, `Роль «${name}» видела бы там больше, чем ваша часть системы.`)
}

async function passSuppliers(tx: Tx, row: OrganisationRow, heir: OrganisationRow): Promise<string[]> {
  const passed = await tx
    .updateTable('access_suppliers')
    .set({ organisation_id: heir.id })
    .where('organisation_id', '=', row.id)
    .returning('code')
    .execute()
  return passed.map(({ code }) => code)
}

async function passTokens(tx: Tx, row: OrganisationRow, heir: OrganisationRow): Promise<string[]> {
  const passed = await tx
    .updateTable('access_tokens')
    .set({ organisation_id: heir.id })
    .where('organisation_id', '=', row.id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute()
  return passed.map(({ id }) => id)
}
