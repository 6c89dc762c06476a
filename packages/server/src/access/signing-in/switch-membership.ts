import type { UserPrincipal } from '@otklik/model/access'
import { type Caller, recordAudit } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { AccessDeps } from '../deps.ts'
import { uuidOf } from '../people/ids.ts'

/** From now on the session acts in another of the person's own roles. Throws `not_found` for any other. */
export async function switchMembership(
  deps: AccessDeps,
  membership: string,
  { who, from, at }: Caller<UserPrincipal>,
): Promise<void> {
  const id = uuidOf(membership)
  await deps.db.transaction().execute(async (tx) => {
    const own = await tx
      .selectFrom('access_memberships')
      .select(['role', 'organisation_id as organisation'])
      .where('id', '=', id)
      .where('user_id', '=', who.id)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (own === undefined) throw problem(problems.notFound)
    if (who.as?.membership === id) return
    await tx.updateTable('access_sessions').set({ membership_id: id }).where('id', '=', who.session).execute()
    const before = who.as && { role: who.as.role, organisation: who.as.organisation.id }
    const subject = `user:${who.id}`
    await recordAudit(tx, { who, what: 'session.role_switched', subject, before, after: own, from, at })
  })
}
