import { rightsOf, topOf, type UserPrincipal } from '@otklik/model/access'
import type { Db } from '../../platform/postgres/open.ts'
import type { Reaches } from './reaches.ts'

/** A person in each role held, for work that is done for them without a session; none for who is deactivated. */
export async function principalsOf(
  { db, reaches }: { readonly db: Db; readonly reaches: Reaches },
  userId: string,
): Promise<UserPrincipal[]> {
  const rows = await db
    .selectFrom('access_memberships as m')
    .innerJoin('access_users as u', 'u.id', 'm.user_id')
    .innerJoin('access_organisations as o', 'o.id', 'm.organisation_id')
    .select(['u.id', 'u.login', 'u.name', 'm.id as membership', 'm.role'])
    .select(['o.id as organisation', 'o.name as organisation_name', 'o.path'])
    .where('u.id', '=', userId)
    .where('m.ended_at', 'is', null)
    .where('u.disabled_at', 'is', null)
    .orderBy('m.id')
    .execute()
  return Promise.all(
    rows.map(async ({ id, login, name, membership, role, organisation, organisation_name, path }) => ({
      kind: 'user' as const,
      id,
      login: login ?? '',
      name,
      as: { membership, role, organisation: { id: organisation, name: organisation_name, path } },
      rights: rightsOf(role),
      reach: await reaches(topOf(role, path)),
      session: '',
      mustEnrol: false,
    })),
  )
}
