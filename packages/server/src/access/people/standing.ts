import { type Reach, reachesOrganisation, type RoleName } from '@otklik/model/access'
import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'

/** A role that says where a person belongs. */
export interface Standing {
  readonly id: string
  readonly user: string
  readonly role: RoleName
  readonly since: Date
  readonly endedAt: Date | null
  readonly organisation: { readonly id: number; readonly name: string; readonly path: string }
}

/**
 * Of the memberships `m`: those that run, or, when none of the person's does, those that ended last. So whoever has
 * lost every role, by deactivation or otherwise, is still looked after where the last ones were held.
 */
export const isStanding = sql<SqlBool>`NOT EXISTS (
  SELECT 1 FROM access_memberships AS later
  WHERE m.ended_at IS NOT NULL AND later.user_id = m.user_id
    AND (later.ended_at IS NULL OR later.ended_at > m.ended_at))`

/** The standing memberships of these people, the oldest first. */
export async function standingOf(db: Db, users: readonly string[]): Promise<Standing[]> {
  if (users.length === 0) return []
  const rows = await db
    .selectFrom('access_memberships as m')
    .innerJoin('access_organisations as o', 'o.id', 'm.organisation_id')
    .select(['m.id', 'm.user_id', 'm.role', 'm.since', 'm.ended_at', 'o.id as organisation', 'o.name', 'o.path'])
    .where(sql<SqlBool>`m.user_id = ANY (${users}::uuid[])`)
    .where(isStanding)
    .orderBy('m.since')
    .orderBy('m.id')
    .execute()
  return rows.map(({ id, user_id, role, since, ended_at, organisation, name, path }) => ({
    id,
    user: user_id,
    role,
    since,
    endedAt: ended_at,
    organisation: { id: organisation, name, path },
  }))
}

export const isWithin = (reach: Reach, { organisation }: Standing): boolean =>
  reachesOrganisation(reach, organisation.path)
