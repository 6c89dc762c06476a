import { openMasker } from '../../change/index.ts'
import { type Caller, displayName, recordAudit } from '../../platform/audit/index.ts'
import { badField, problem } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { storable } from '../../platform/text.ts'
import { feedbackState } from '../problems.ts'
import { holdFeedback } from './step.ts'

/** Puts what was said and the last sentence on the public page: an act of its own, never a consequence of the answer. */
export async function publishFeedback(db: Db, id: string, said: string, caller: Caller): Promise<void> {
  const { who, from, at } = caller
  const text = storable(said).trim()
  if (text === '') throw badField('said', 'Напишите своими словами, о чём сказали люди.')
  if ((await openMasker())(text).found.length > 0)
    throw badField('said', 'В тексте есть личные данные: фамилия, телефон, адрес или номер. Уберите их.')
  await db.transaction().execute(async (tx) => {
    const { closed } = await holdFeedback(tx, id, caller)
    if (closed === null) throw problem(feedbackState, 'На отзыв ещё не ответили: сначала запишите, что сделано.')
    const published = { published_said: text, published_by: displayName(who), published_at: at }
    await tx.updateTable('survey_feedback').set(published).where('id', '=', id).execute()
    const told = { what: 'feedback.published', subject: `feedback:${id}`, after: { said: text } } as const
    await recordAudit(tx, { who, ...told, from, at })
  })
}

export async function withdrawFeedback(db: Db, id: string, caller: Caller): Promise<void> {
  const { who, from, at } = caller
  await db.transaction().execute(async (tx) => {
    const { published_said: said } = await holdFeedback(tx, id, caller)
    if (said === null) throw problem(feedbackState, 'Ответ на этот отзыв не опубликован.')
    const withdrawn = { published_said: null, published_by: null, published_at: null }
    await tx.updateTable('survey_feedback').set(withdrawn).where('id', '=', id).execute()
    const told = { what: 'feedback.withdrawn', subject: `feedback:${id}`, before: { said } } as const
    await recordAudit(tx, { who, ...told, from, at })
  })
}
