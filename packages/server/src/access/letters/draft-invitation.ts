import { type AccessParts, type Letter, nowOf } from '../parts.ts'
import { hashSecret, newSecret } from '../secrets.ts'
import { invitationLetter } from './texts.ts'
import type { Draft } from './write-letter.ts'

type InvitationAsk = Omit<Letter, 'kind'> & { readonly name: string }

/** A second link beside the one that was shown to whoever invites: good as long as that, and void together with it. */
export async function draftInvitation(parts: AccessParts, { userId, name }: InvitationAsk): Promise<Draft | undefined> {
  const { db, config } = parts
  const now = nowOf(parts)
  const shown = await db
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
  await db
    .insertInto('access_invitations')
    .values({ hash, user_id: userId, ...shown, created_at: now })
    .execute()
  return {
    letter: invitationLetter({ name, url: `${config.publicUrl}/invitation#${token}`, until: shown.expires_at }),
    void: async () => {
      await db.deleteFrom('access_invitations').where('hash', '=', hash).execute()
    },
  }
}
