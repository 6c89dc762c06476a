import type { UserPrincipal } from '@otklik/model/access'
import type { Db } from '../../platform/postgres/open.ts'

/** What the own record says of the ways in. */
export function readOwn(db: Db, who: UserPrincipal) {
  return db
    .selectFrom('access_users')
    .select(['name', 'password', 'password_changed_at', 'totp_sealed', 'totp_since'])
    .where('id', '=', who.id)
    .executeTakeFirstOrThrow()
}

/** Whether any role of the person demands a second factor. */
export async function isFactorDemanded(db: Db, userId: string): Promise<boolean> {
  const demanding = await db
    .selectFrom('access_memberships as m')
    .innerJoin('access_roles as r', 'r.role', 'm.role')
    .select('m.id')
    .where('m.user_id', '=', userId)
    .where('m.ended_at', 'is', null)
    .where('r.second_factor', '=', true)
    .limit(1)
    .executeTakeFirst()
  return demanding !== undefined
}
