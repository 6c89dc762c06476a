import { isMailAddress } from '@otklik/model/access'
import type { Cipher } from '../../platform/cipher.ts'
import { type Mail, type MailLetter, type Recipient } from '../../platform/mail/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import type { AccessDeps, Letter, LinkLetter } from '../deps.ts'
import { draftInvitation } from './draft-invitation.ts'
import { draftReset } from './draft-reset.ts'
import { isNotice, noticeLetter } from './notices.ts'

export interface LetterDeps extends AccessDeps {
  readonly cipher: Cipher
  readonly mail: Mail
}
/** A letter whose link is good already, and how to void it when the letter could not be sent. */
export interface Draft {
  readonly letter: MailLetter
  void(db: Db): Promise<void>
}
/** Whom a letter is for, held until the link is made: an address changed meanwhile voids the link that goes to the old one. */
export interface Addressee extends LinkLetter {
  readonly name: string
  readonly hasPassword: boolean
}

/**
 * Writes a letter and sends it. The link is made here and stands in the letter only; the database knows its hash.
 * Whoever has been deactivated, has no address or is not waiting for the letter any more gets none. Throws when the
 * letter could not be sent: then its link is void. A notice has no such link.
 */
export async function writeLetter(deps: LetterDeps, ask: Letter): Promise<'sent' | 'not_needed'> {
  const written = await deps.db.transaction().execute((tx) => draftFor(tx, deps, ask))
  if (written === undefined) return 'not_needed'
  const { to, draft } = written
  try {
    await deps.mail.send(to, draft.letter)
  } catch (error) {
    await draft.void(deps.db)
    throw error
  }
  return 'sent'
}

async function draftFor(tx: Tx, deps: LetterDeps, ask: Letter): Promise<{ to: Recipient; draft: Draft } | undefined> {
  const user = await holdUser(tx, ask.userId)
  if (user === undefined) return undefined
  const sealed = (isNotice(ask) && ask.sealedTo) || user.mail_sealed
  if (!sealed) return undefined
  const { name } = user
  const to = { name, address: deps.cipher.open(sealed) }
  if (!isMailAddress(to.address)) return undefined
  if (isNotice(ask)) return { to, draft: { letter: noticeLetter(ask, name, deps.config.publicUrl), void: nothing } }
  const addressee = { ...ask, name, hasPassword: user.password !== null }
  const draft = await (ask.kind === 'invitation' ? draftInvitation : draftReset)(tx, deps, addressee)
  return draft && { to, draft }
}

const nothing = async () => undefined

function holdUser(tx: Tx, userId: string) {
  return tx
    .selectFrom('access_users')
    .select(['name', 'mail_sealed', 'password'])
    .where('id', '=', userId)
    .where('disabled_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
}
