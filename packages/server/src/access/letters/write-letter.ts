import type { Cipher } from '../../platform/cipher.ts'
import { isMailAddress, type Mail, type MailLetter, type Recipient } from '../../platform/mail/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import type { AccessParts, Letter } from '../parts.ts'
import { draftInvitation } from './draft-invitation.ts'
import { draftReset } from './draft-reset.ts'

export interface LetterParts extends AccessParts {
  readonly cipher: Cipher
  readonly mail: Mail
}
/** A letter whose link is good already, and how to void it when the letter could not be sent. */
export interface Draft {
  readonly letter: MailLetter
  void(): Promise<void>
}

/**
 * Writes a letter and sends it. The link is made here and stands in the letter only; the database knows its hash.
 * Whoever has been deactivated, has no address or is not waiting for the letter any more gets none. Throws when the
 * letter could not be sent: then its link is void.
 */
export async function writeLetter(parts: LetterParts, ask: Letter): Promise<'sent' | 'not_needed'> {
  const person = await recipientOf(parts, ask.userId)
  if (person === undefined) return 'not_needed'
  const draft = await (ask.kind === 'invitation' ? draftInvitation : draftReset)(parts, { ...person, ...ask })
  if (draft === undefined) return 'not_needed'
  try {
    await parts.mail.send(person.to, draft.letter)
  } catch (error) {
    await draft.void()
    throw error
  }
  return 'sent'
}

async function recipientOf({ db, cipher }: LetterParts, userId: string) {
  const user = await readUser(db, userId)
  if (!user?.mail_sealed) return undefined
  const to: Recipient = { name: user.name, address: cipher.open(user.mail_sealed) }
  return isMailAddress(to.address) ? { to, name: user.name, hasPassword: user.password !== null } : undefined
}

function readUser(db: Db, userId: string) {
  return db
    .selectFrom('access_users')
    .select(['name', 'mail_sealed', 'password'])
    .where('id', '=', userId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
}
