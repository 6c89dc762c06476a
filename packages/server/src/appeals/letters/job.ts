import type { AppealContact } from '@otklik/model/appeals/api'
import type { Cipher } from '../../platform/cipher.ts'
import { jobKind } from '../../platform/jobs/queues.ts'
import type { Mail } from '../../platform/mail/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { letterOf } from './texts.ts'

/** Which letter is to go to whoever wrote the appeal. `code` is sealed. */
export interface WaitingLetter {
  readonly kind: 'registered' | 'extended' | 'answered' | 'done'
  readonly id: number
  readonly code?: string
  /** What was done about what the appeal says; without personal data. */
  readonly news?: string
}
export const lettersJob = jobKind<WaitingLetter>('appeals.letters', {
  retries: 10,
  retryDelaySeconds: 5,
  timeoutSeconds: 120,
})

export interface LetterDeps {
  /** Undefined: this installation sends no mail, and the letter is let go. */
  readonly mail: Mail | undefined
  readonly db: Db
  readonly cipher: Cipher
  readonly publicUrl: string
}

/** Sends one letter; nothing where the contact has been erased meanwhile. */
export async function sendLetter({ mail, db, cipher, publicUrl }: LetterDeps, waiting: WaitingLetter): Promise<void> {
  if (mail === undefined) return
  const row = await db
    .selectFrom('appeals as p')
    .innerJoin('register_authorities as a', 'a.id', 'p.authority_id')
    .selectAll('p')
    .select('a.name as authority')
    .where('p.id', '=', waiting.id)
    .executeTakeFirst()
  if (!row?.contact_sealed) return
  // Sealed from this shape by `receiveAppeal`.
  const contact = JSON.parse(cipher.open(row.contact_sealed)) as AppealContact
  if (contact.mail === null) return
  const letter = letterOf(waiting.kind, {
    number: row.number ?? '',
    authority: row.authority,
    registered: row.registered,
    due: row.due,
    answer: row.answer_sealed && cipher.open(row.answer_sealed),
    code: waiting.code === undefined ? null : cipher.open(waiting.code),
    news: waiting.news ?? null,
    url: `${publicUrl}/t`,
  })
  await mail.send({ name: contact.name ?? '', address: contact.mail }, letter)
}
