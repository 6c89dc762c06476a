import { NOBODY } from '@otklik/model/access'
import { recordAudit } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { type AccessDeps, nowOf } from '../deps.ts'
import { hashSecret, newSecret } from '../secrets.ts'
import { resetLetter } from './texts.ts'
import type { Addressee, Draft } from './write-letter.ts'

/** How long a link for a new password is good; a letter that has failed for longer counts as asked for anew. */
const HOUR_MS = 3600_000
/** Who asks again sooner has a letter on its way: nobody's mail is flooded by asking. */
const PAUSE_MS = 5 * 60_000

export async function draftReset(tx: Tx, deps: AccessDeps, ask: Addressee): Promise<Draft | undefined> {
  // Who signs in from outside only has no password to forget.
  if (!ask.hasPassword) return undefined
  const token = newSecret()
  const hash = hashSecret(token)
  if (!(await beginReset(tx, ask, hash, nowOf(deps)))) return undefined
  return {
    letter: resetLetter({ name: ask.name, url: `${deps.config.publicUrl}/password-reset#${token}` }),
    void: async (db) => {
      await db.updateTable('access_password_resets').set({ hash: null }).where('hash', '=', hash).execute()
    },
  }
}

/** False: no letter is to be sent. A letter that failed before is the same ask, and stands in the audit once. */
async function beginReset(tx: Tx, { userId, from }: Addressee, hash: string, now: Date): Promise<boolean> {
  const last = await tx
    .selectFrom('access_password_resets')
    .select(['hash', 'asked_at'])
    .where('user_id', '=', userId)
    .executeTakeFirst()
  const age = last === undefined ? Number.POSITIVE_INFINITY : now.getTime() - last.asked_at.getTime()
  const failed = last?.hash === null && age < HOUR_MS
  if (!failed && age < PAUSE_MS) return false
  const row = { hash, asked_at: failed ? last.asked_at : now, expires_at: new Date(now.getTime() + HOUR_MS) }
  await tx
    .insertInto('access_password_resets')
    .values({ user_id: userId, ...row })
    .onConflict((known) => known.column('user_id').doUpdateSet(row))
    .execute()
  if (!failed)
    await recordAudit(tx, { who: NOBODY, what: 'password.reset_asked', subject: `user:${userId}`, from, at: now })
  return true
}
