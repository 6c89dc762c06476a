import { randomUUID } from 'node:crypto'
import { addDays } from '@otklik/model/days'
import { FEEDBACK_CONSENT, type FeedbackContact, feedbackDue } from '@otklik/model/surveys'
import { openMasker } from '../../change/index.ts'
import type { Cipher } from '../../platform/cipher.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { fold, storable } from '../../platform/text.ts'
import { localTimeAt } from '../../platform/time/instant.ts'
import type { OpenedCampaign } from '../open-campaign.ts'
import { codeHash, codeOf, onceMark } from './codes.ts'
import type { Offer } from './offer.ts'

export interface Left {
  readonly offer: Offer
  readonly words: string
  /** How the author is to learn of the answer; null: by the offer's tracking code. */
  readonly contact: FeedbackContact | null
  readonly at: Date
}

/** Longer than an offer lasts, so that no second feedback comes of it. */
const MARK_DAYS = 7

/**
 * Keeps what a respondent wants an answer to, once for each way through the questionnaire. Returns its number; null: there is one
 * already. No audit row is written, and what is kept against a second one tells the day alone: an exact time would lie beside the
 * traces of the response.
 */
export async function leaveFeedback(
  { db, cipher }: { readonly db: Db; readonly cipher: Cipher },
  campaign: OpenedCampaign,
  { offer, words, contact, at }: Left,
): Promise<string | null> {
  const { masked } = (await openMasker())(storable(words).trim())
  const [day = ''] = localTimeAt(at.toISOString(), campaign.zone).split('T')
  return db.transaction().execute(async (tx) => {
    const taken = await tx
      .insertInto('survey_nonces')
      .values({ nonce: onceMark(cipher, offer.nonce), expires: new Date(addDays(day, MARK_DAYS)) })
      .onConflict((known) => known.doNothing())
      .returning('nonce')
      .executeTakeFirst()
    if (taken === undefined) return null
    const id = randomUUID()
    await tx
      .insertInto('survey_feedback')
      .values({
        id,
        campaign_id: campaign.id,
        service_id: campaign.link.service?.id ?? offer.service,
        office_id: campaign.link.office === null ? null : Number(campaign.link.office.id),
        received: day,
        due: feedbackDue(day),
        state: 'received',
        words: masked,
        folded: fold(masked),
        ...(contact === null
          ? { code_hash: codeHash(cipher, codeOf(cipher, offer.nonce)) }
          : { contact_sealed: cipher.seal(JSON.stringify(contact)), consent: FEEDBACK_CONSENT, consented: day }),
      })
      .execute()
    return id
  })
}

/** Whether a code is that of a kept feedback. */
export async function isKnownCode(
  { db, cipher }: { readonly db: Db; readonly cipher: Cipher },
  code: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('survey_feedback')
    .select('id')
    .where('code_hash', '=', codeHash(cipher, code))
    .executeTakeFirst()
  return row !== undefined
}
