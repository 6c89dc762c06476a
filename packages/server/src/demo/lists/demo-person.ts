import { EVERYTHING, isRole, rightsOf, type UserPrincipal } from '@otklik/model/access'
import type { Db } from '../../platform/postgres/open.ts'

/** A person of the demonstration in the first role, as if signed in. For roles that reach everything. */
export async function demoPerson(db: Db, login: string): Promise<UserPrincipal> {
  const found = await db
    .selectFrom('access_users as u')
    .innerJoin('access_memberships as m', 'm.user_id', 'u.id')
    .innerJoin('access_organisations as o', 'o.id', 'm.organisation_id')
    .select(['u.id', 'u.name', 'm.id as membership', 'm.role', 'o.id as number', 'o.name as place', 'o.path'])
    .where('u.login', '=', login)
    .executeTakeFirstOrThrow()
  const { id, name, membership, role } = found
  if (!isRole(role)) throw new Error(`${login} has an unknown role`)
  return {
    kind: 'user',
    id,
    login,
    name,
    as: { membership, role, organisation: { id: found.number, name: found.place, path: found.path } },
    rights: rightsOf(role),
    reach: EVERYTHING,
    session: '',
    mustEnrol: false,
  }
}
