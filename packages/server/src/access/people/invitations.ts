import type { Principal } from '@otklik/model/access'
import type { Invitation } from '@otklik/model/access/api'
import type { Origin } from '../../platform/http/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { nowOf, type PeopleDeps } from '../deps.ts'
import { hashSecret, newSecret } from '../secrets.ts'

/** How long a link is good. */
export const INVITATION_MS = 7 * 24 * 3600_000

export interface NewInvitation {
  readonly userId: string
  /** Whether the person has an address. */
  readonly hasMail: boolean
  readonly who: Principal
  readonly from: Origin
}

/** A new link in place of all the person's old ones, and a letter where there is an address. The link is shown here only. */
export async function renewInvitation(tx: Tx, deps: PeopleDeps, ask: NewInvitation): Promise<Invitation> {
  const { userId, who, from } = ask
  await voidInvitations(tx, userId)
  const { token, expiresAt } = await addLink(tx, userId, who.kind === 'user' ? who.id : null, nowOf(deps))
  const mailed = ask.hasMail && deps.letters.on
  if (mailed) await deps.letters.send(tx, { kind: 'invitation', userId, from })
  return { url: invitationUrl(deps.config.publicUrl, token), expiresAt: expiresAt.toISOString(), mailed }
}

/** The token stands nowhere but in what is returned. */
async function addLink(tx: Tx, userId: string, invitedBy: string | null, now: Date) {
  const token = newSecret()
  const expiresAt = new Date(now.getTime() + INVITATION_MS)
  await tx
    .insertInto('access_invitations')
    .values({ hash: hashSecret(token), user_id: userId, invited_by: invitedBy, created_at: now, expires_at: expiresAt })
    .execute()
  return { token, expiresAt }
}

/** The token stands in the fragment, which browsers send to nobody. */
export const invitationUrl = (publicUrl: string, token: string): string => `${publicUrl}/invitation#${token}`

/** Returns how many there were: of two who accept at once, only one finds any. */
export async function voidInvitations(tx: Tx, userId: string): Promise<number> {
  const [voided] = await tx.deleteFrom('access_invitations').where('user_id', '=', userId).execute()
  return Number(voided?.numDeletedRows ?? 0n)
}

/** Who is invited by a link that is still good: undefined once it was used, replaced or has expired. @param hash of its token */
export function findInvited(db: Db, hash: string, now: Date) {
  return db
    .selectFrom('access_invitations as invitation')
    .innerJoin('access_users as user', 'user.id', 'invitation.user_id')
    .select(['user.id', 'user.name'])
    .where('invitation.hash', '=', hash)
    .where('invitation.expires_at', '>', now)
    .where('user.disabled_at', 'is', null)
    .where('user.login', 'is', null)
    .where('user.last_signed_in_at', 'is', null)
    .executeTakeFirst()
}

/** As `findInvited`, with the person held: of two who accept at once, the second finds the link used. */
export async function holdInvited(tx: Tx, hash: string, now: Date) {
  const found = await findInvited(tx, hash, now)
  if (found === undefined) return undefined
  await tx.selectFrom('access_users').select('id').where('id', '=', found.id).forNoKeyUpdate().executeTakeFirst()
  return findInvited(tx, hash, now)
}
