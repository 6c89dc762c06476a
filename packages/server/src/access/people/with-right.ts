import { ALL_ROLES, type Reach, type Right, rightsOf } from '@otklik/model/access'
import type { Db } from '../../platform/postgres/open.ts'

export interface PersonWithRight {
  readonly id: string
  readonly name: string
  readonly organisation: string
}

/** Active people within reach whose role gives a right, each once, by name. */
export async function peopleWithRight(db: Db, right: Right, { everything, top }: Reach): Promise<PersonWithRight[]> {
  const roles = ALL_ROLES.filter((role) => rightsOf(role).includes(right))
  if (!everything && top === null) return []
  return db
    .selectFrom('access_users as u')
    .innerJoin('access_memberships as m', 'm.user_id', 'u.id')
    .innerJoin('access_organisations as o', 'o.id', 'm.organisation_id')
    .distinctOn(['u.name', 'u.id'])
    .select(['u.id', 'u.name', 'o.name as organisation'])
    .where('m.ended_at', 'is', null)
    .where('m.role', 'in', roles)
    .where('u.disabled_at', 'is', null)
    .$if(!everything, (query) => query.where('o.path', 'like', `${top ?? ''}%`))
    .orderBy('u.name')
    .orderBy('u.id')
    .execute()
}
