import { FEEDBACK, type FeedbackContact, type FeedbackState } from '@otklik/model/surveys'
import type { Cipher } from '../../platform/cipher.ts'
import { jobKind } from '../../platform/jobs/queues.ts'
import type { Mail, MailLetter } from '../../platform/mail/index.ts'
import type { Db } from '../../platform/postgres/open.ts'

/** A step that its author is to be told of by mail. */
export const feedbackLetterJob = jobKind<{ readonly step: number }>('surveys.feedback-letter', {
  retries: 10,
  retryDelaySeconds: 5,
  timeoutSeconds: 120,
})

export interface FeedbackLetterDeps {
  /** Undefined: this installation sends no mail, and the letter is let go. */
  readonly mail: Mail | undefined
  readonly db: Db
  readonly cipher: Cipher
  readonly publicUrl: string
}

/** Sends one letter; nothing where the contact has been erased meanwhile, or has no mail address. */
export async function sendFeedbackLetter(
  { mail, db, cipher, publicUrl }: FeedbackLetterDeps,
  { step }: { readonly step: number },
): Promise<void> {
  if (mail === undefined) return
  const row = await db
    .selectFrom('survey_feedback_steps as s')
    .innerJoin('survey_feedback as f', 'f.id', 's.feedback_id')
    .innerJoin('survey_campaigns as c', 'c.id', 'f.campaign_id')
    .innerJoin('register_authorities as a', 'a.id', 'c.authority_id')
    .select(['s.state', 's.sentence', 'f.contact_sealed', 'a.id', 'a.name as authority'])
    .where('s.id', '=', step)
    .executeTakeFirst()
  if (!row?.contact_sealed) return
  const contact = contactOf(cipher, row.contact_sealed)
  if (contact.mail === null) return
  const url = `${publicUrl}/said/${row.id}`
  await mail.send({ name: contact.name ?? '', address: contact.mail }, letterOf({ ...row, url }))
}

/** Sealed from this shape by `leaveFeedback`. */
export const contactOf = (cipher: Cipher, sealed: string): FeedbackContact =>
  JSON.parse(cipher.open(sealed)) as FeedbackContact

interface LetterAbout {
  readonly state: FeedbackState
  readonly sentence: string
  readonly authority: string
  readonly url: string
}

export const letterOf = ({ state, sentence, authority, url }: LetterAbout): MailLetter => ({
  subject: `Ваш отзыв: ${FEEDBACK.states[state]}`,
  before: [
    'Здравствуйте.',
    `Вы ответили на вопросы анкеты и оставили контакт. Отвечает: ${authority}.`,
    ...sentence.split(/\n\s*\n/),
  ],
  link: { text: 'Что сделано по другим отзывам', url },
  after: ['Контакт удаляется, когда на отзыв ответили.', 'Письмо составлено программой, отвечать на него не нужно.'],
})
