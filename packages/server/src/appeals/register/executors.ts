import { type RoleName, ROOT_PATH } from '@otklik/model/access'
import { type Actor, reachOfActor } from '../../platform/audit/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'

/** Whose work appeals can be. */
const ROLES: RoleName[] = ['executor', 'appeals_officer', 'evaluation_organiser', 'authority_head']

/** The people within reach who can be assigned appeals. */
export async function executorsOf(db: Db | Tx, who: Actor): Promise<{ id: string; name: string }[]> {
  const { everything, top } = reachOfActor(who)
  const within = everything ? ROOT_PATH : top
  if (within === null) return []
  return db
    .selectFrom('access_memberships as m')
    .innerJoin('access_users as u', 'u.id', 'm.user_id')
    .innerJoin('access_organisations as o', 'o.id', 'm.organisation_id')
    .select(['u.id', 'u.name'])
    .distinct()
    .where('m.role', 'in', ROLES)
    .where('m.ended_at', 'is', null)
    .where('o.path', 'like', `${within}%`)
    .orderBy('u.name')
    .execute()
}

/** One of them; undefined where the person is not among them. */
export const requireExecutor = async (tx: Tx, id: string, who: Actor): Promise<{ name: string } | undefined> =>
  (await executorsOf(tx, who)).find((one) => one.id === id)
