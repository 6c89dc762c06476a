import type { Db, Tx } from '../../platform/postgres/open.ts'

/** The heads of authorities, by the authority: people who act in that role in an organisation that stands for it. */
export async function headsOf(db: Db | Tx, authorities: readonly number[]): Promise<ReadonlyMap<number, string[]>> {
  if (authorities.length === 0) return new Map()
  const rows = await db
    .selectFrom('access_memberships as m')
    .innerJoin('access_organisations as o', 'o.id', 'm.organisation_id')
    .select(['o.authority_id', 'm.user_id'])
    .distinct()
    .where('m.role', '=', 'authority_head')
    .where('m.ended_at', 'is', null)
    .where('o.authority_id', 'in', authorities)
    .execute()
  const heads = new Map<number, string[]>()
  for (const { authority_id, user_id } of rows)
    if (authority_id !== null) heads.set(authority_id, [...(heads.get(authority_id) ?? []), user_id])
  return heads
}
