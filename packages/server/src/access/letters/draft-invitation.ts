import type { Tx } from '../../platform/postgres/open.ts'
import { type AccessDeps, nowOf } from '../deps.ts'
import { invitationUrl } from '../people/invitations.ts'
import { hashSecret, newSecret } from '../secrets.ts'
import { invitationLetter } from './texts.ts'
import type { Addressee, Draft } from './write-letter.ts'

/** A second link beside the one that was shown to whoever invites: good as long as that, and void together with it. */
export async function draftInvitation(
  tx: Tx,
  deps: AccessDeps,
  { userId, name }: Addressee,
): Promise<Draft | undefined> {
  const now = nowOf(deps)
  const shown = await tx
    .selectFrom('access_invitations')
    .select(['invited_by', 'expires_at'])
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  // Accepted meanwhile, or withdrawn.
  if (shown === undefined) return undefined
  const token = newSecret()
  const hash = hashSecret(token)
  await tx
    .insertInto('access_invitations')
    .values({ hash, user_id: userId, ...shown, created_at: now })
    .execute()
  return {
    letter: invitationLetter({ name, url: invitationUrl(deps.config.publicUrl, token), until: shown.expires_at }),
    void: async (db) => {
      await db.deleteFrom('access_invitations').where('hash', '=', hash).execute()
    },
  }
}
