import { type Principal, reachOf } from '@otklik/model/access'
import type { AnswerOf } from '@otklik/model/api'
import { addDays, dayOf } from '@otklik/model/days'
import { CONTACT_DAYS } from '@otklik/model/surveys'
import type { readFeedbackContact } from '@otklik/model/surveys/api'
import { sql } from 'kysely'
import { bySystem, type Caller, recordAudit } from '../../platform/audit/index.ts'
import type { Cipher } from '../../platform/cipher.ts'
import { jobKind } from '../../platform/jobs/queues.ts'
import { problem } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { noContact } from '../problems.ts'
import { contactOf } from './letters.ts'
import { findFeedback } from './list.ts'
import { holdFeedback } from './step.ts'

export async function readContactOf(
  { db, cipher }: { readonly db: Db; readonly cipher: Cipher },
  id: string,
  who: Principal,
  at: Date,
): Promise<AnswerOf<typeof readFeedbackContact>> {
  const { contact_sealed, consented } = await findFeedback(db, id, reachOf(who), at)
  if (contact_sealed === null || consented === null) throw problem(noContact)
  return { ...contactOf(cipher, contact_sealed), consent: consented }
}

/** Erases a contact for good, when its author takes the consent back. */
export async function eraseContact(db: Db, id: string, reason: string, caller: Caller): Promise<void> {
  const { who, from, at } = caller
  await db.transaction().execute(async (tx) => {
    const { contact_sealed } = await holdFeedback(tx, id, caller)
    if (contact_sealed === null) throw problem(noContact)
    const erased = { contact_sealed: null, contact_erased: dayOf(at) }
    await tx.updateTable('survey_feedback').set(erased).where('id', '=', id).execute()
    const told = { what: 'feedback.contact_erased', subject: `feedback:${id}`, after: { reason } } as const
    await recordAudit(tx, { who, ...told, from, at })
  })
}

export const eraseContactsJob = jobKind<Record<string, never>>('surveys.erase-contacts')

/** Erases contacts of what has been answered, and those that are older than a year. Returns how many. */
export async function eraseContacts(db: Db, now: Date): Promise<number> {
  const today = dayOf(now)
  return db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('survey_feedback')
      .set({ contact_sealed: null, contact_erased: today })
      .where('contact_sealed', 'is not', null)
      .where(sql<boolean>`(closed < ${today} OR received < ${addDays(today, -CONTACT_DAYS)})`)
      .executeTakeFirstOrThrow()
    const erased = Number(numUpdatedRows)
    const { who, at } = bySystem(now)
    const told = { what: 'surveys.contacts_erased', subject: 'installation', after: { erased } } as const
    if (erased > 0) await recordAudit(tx, { who, ...told, at })
    return erased
  })
}
