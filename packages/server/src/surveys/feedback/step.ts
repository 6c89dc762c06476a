import { dayOf } from '@otklik/model/days'
import { refusalMessage } from '@otklik/model/processes'
import {
  FEEDBACK,
  type FeedbackAbout,
  type FeedbackEvent,
  type FeedbackState,
  type FeedbackStep,
} from '@otklik/model/surveys'
import type { Updateable } from 'kysely'
import { openMasker } from '../../change/index.ts'
import { type Caller, displayName, reachOfActor } from '../../platform/audit/index.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { storable } from '../../platform/text.ts'
import { type Lifecycle, takeStep } from '../../platform/transition.ts'
import { feedbackState } from '../problems.ts'
import type { SurveyTables } from '../tables.ts'
import { reachesOwner } from '../within.ts'
import { feedbackLetterJob } from './letters.ts'
import { feedback } from './rows.ts'

/** What acting on feedback touches. */
export interface FeedbackDeps {
  readonly db: Db
  readonly jobs: Pick<Jobs, 'enqueue'>
}

/** The feedback, held until the end of the transaction; 404 where there is none within reach. */
export async function holdFeedback(tx: Tx, id: string, { who }: Caller) {
  const row = await feedback(tx)
    .selectAll('f')
    .where('f.id', '=', id)
    .where(reachesOwner(reachOfActor(who)))
    .forUpdate('f')
    .executeTakeFirst()
  if (row === undefined) throw problem(problems.notFound)
  return row
}
export type HeldFeedback = Awaited<ReturnType<typeof holdFeedback>>

interface Feedbacks {
  id: string
  row: HeldFeedback
  state: FeedbackState
  event: FeedbackEvent
  guard: keyof typeof FEEDBACK.guards
  facts: FeedbackAbout
  change: Updateable<SurveyTables['survey_feedback']>
}

const lifecycleOf = (about: FeedbackAbout): Lifecycle<Feedbacks> => ({
  tableOf: () => FEEDBACK.table,
  hold: holdFeedback,
  factsOf: async () => about,
  refusal: ({ state }, event, refused) =>
    problem(feedbackState, refusalMessage(FEEDBACK, event, state, { refused, about })),
  save: async (tx, { id }, change) => {
    await tx.updateTable('survey_feedback').set(change).where('id', '=', id).execute()
  },
  subject: ({ id }) => `feedback:${id}`,
})

const TOLD = { take: 'feedback.taken', finish: 'feedback.done', reject: 'feedback.not_confirmed' } as const

/** The next state with the sentence for the author, who is written to where a mail address was left. */
export async function stepFeedback(
  { db, jobs }: FeedbackDeps,
  id: string,
  { event, sentence }: { readonly event: FeedbackStep; readonly sentence: string },
  caller: Caller,
): Promise<void> {
  const text = storable(sentence).trim()
  const personal = (await openMasker())(text).found.length > 0
  const change = event === 'take' ? {} : { closed: dayOf(caller.at) }
  const step = { event, what: TOLD[event], change, after: () => ({ sentence: text }), also: tell }
  await db.transaction().execute((tx) => takeStep(tx, lifecycleOf({ sentence: text, personal }), id, step, caller))

  async function tell(tx: Tx, { contact_sealed }: HeldFeedback, state: FeedbackState): Promise<void> {
    const { id: written } = await tx
      .insertInto('survey_feedback_steps')
      .values({ feedback_id: id, state, sentence: text, by: displayName(caller.who), at: caller.at })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (contact_sealed !== null) await jobs.enqueue(tx, feedbackLetterJob, { step: written })
  }
}
