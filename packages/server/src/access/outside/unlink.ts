import type { UserPrincipal } from '@otklik/model/access'
import { recordAudit, type RemoteCaller } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { notify } from '../letters/notify.ts'
import { uuidOf } from '../people/ids.ts'
import { identityMark } from './identities.ts'
import type { OutsideDeps } from './deps.ts'
import { onlyWayIn } from './problems.ts'

/**
 * Takes an identity of one's own away, unless it is the only way in. Sessions that were opened from outside end, except
 * the one that asks. Someone else's identity does not exist.
 */
export async function unlinkIdentity(
  deps: OutsideDeps,
  id: string,
  { who, from, at }: RemoteCaller<UserPrincipal>,
): Promise<void> {
  const identity = uuidOf(id)
  await deps.db.transaction().execute(async (tx) => {
    const ways = await waysIn(tx, who.id)
    const found = ways.identities.find((one) => one.id === identity)
    if (found === undefined) throw problem(problems.notFound)
    if (!ways.hasPassword && ways.identities.length === 1) throw problem(onlyWayIn)
    await tx.deleteFrom('access_identities').where('id', '=', identity).execute()
    await tx
      .deleteFrom('access_sessions')
      .where('user_id', '=', who.id)
      .where('signed_in_by', '=', 'outside')
      .where('id', '!=', who.session)
      .execute()
    const before = { issuer: found.issuer, identity: identityMark(found) }
    await notify(tx, deps, { kind: 'identity_unlinked', userId: who.id, from })
    await recordAudit(tx, { who, what: 'identity.unlinked', subject: `user:${who.id}`, before, from, at })
  })
}

/** The person is held until the end: two identities taken away at once would leave none. */
async function waysIn(tx: Tx, userId: string) {
  const user = await tx
    .selectFrom('access_users')
    .select('password')
    .where('id', '=', userId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  const identities = await tx.selectFrom('access_identities').selectAll().where('user_id', '=', userId).execute()
  return { hasPassword: typeof user?.password === 'string', identities }
}
