import { hasRight, type Principal, type Reach, reachOf } from '@otklik/model/access'
import type { AnswerOf, QueryOf } from '@otklik/model/api'
import { FEEDBACK, FEEDBACK_STEPS, SHORTEST_SENTENCE } from '@otklik/model/surveys'
import type { countFeedback, Feedback, FeedbackRow, listFeedback as route } from '@otklik/model/surveys/api'
import { sql } from 'kysely'
import { matches, type Page, rangeOf } from '../../platform/list.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { reachesOwner } from '../within.ts'
import { feedback, feedbackRows, OPEN, overdueAt, shownFeedback, type StoredFeedback } from './rows.ts'

/** What respondents want an answer to: the open ones first, by their terms; then the rest, the latest first. */
export async function listFeedback(
  db: Db,
  ask: QueryOf<typeof route>,
  who: Principal,
  at: Date,
): Promise<Page<FeedbackRow>> {
  const { term, state, campaign } = ask
  const asked = sql<boolean>`${reachesOwner(reachOf(who))} AND ${matches(ask.find, sql`f.folded`)}
    AND (${state ?? null}::text IS NULL OR f.state = ${state ?? null})
    AND (${campaign ?? null}::text IS NULL OR c.code = ${campaign ?? null})
    AND ${term === undefined ? sql`true` : term === 'open' ? OPEN : overdueAt(at)}`
  const { limit, offset } = rangeOf(ask)
  const [{ total }, rows] = await Promise.all([
    feedback(db)
      .where(asked)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    feedbackRows(db, at)
      .where(asked)
      .orderBy(sql`f.closed IS NOT NULL`)
      .orderBy(sql`CASE WHEN f.closed IS NULL THEN f.due END`)
      .orderBy('f.closed', 'desc')
      .orderBy('f.id')
      .limit(limit)
      .offset(offset)
      .execute(),
  ])
  return { total, rows: rows.map(shownFeedback) }
}

export async function feedbackCounts(db: Db, reach: Reach, at: Date): Promise<AnswerOf<typeof countFeedback>> {
  return feedback(db)
    .where(reachesOwner(reach))
    .select([
      sql<number>`count(*) FILTER (WHERE ${OPEN})`.as('open'),
      sql<number>`count(*) FILTER (WHERE ${overdueAt(at)})`.as('overdue'),
    ])
    .executeTakeFirstOrThrow()
}

/** A feedback within reach; throws 404. */
export async function findFeedback(db: Db, id: string, reach: Reach, at: Date): Promise<StoredFeedback> {
  const row = await feedbackRows(db, at).where('f.id', '=', id).where(reachesOwner(reach)).executeTakeFirst()
  if (row === undefined) throw problem(problems.notFound)
  return row
}

/** One feedback with its course and what may be done now. */
export async function readFeedback(db: Db, id: string, who: Principal, at: Date): Promise<Feedback> {
  const row = await findFeedback(db, id, reachOf(who), at)
  const steps = await db
    .selectFrom('survey_feedback_steps')
    .select(['state', 'sentence', 'by', 'at'])
    .where('feedback_id', '=', id)
    .orderBy('id', 'desc')
    .execute()
  const { published_said: said, published_by: by, published_at: published } = row
  return {
    ...shownFeedback(row),
    steps: steps.map((one) => ({ ...one, at: one.at.toISOString() })),
    published: said === null || by === null || published === null ? null : { said, by, at: published.toISOString() },
    allowed: hasRight(who, 'answers.reply') ? allowedIn(row) : [],
  }
}

/** What the state allows, once a fitting sentence is written. */
const allowedIn = ({ state }: StoredFeedback): Feedback['allowed'] =>
  FEEDBACK_STEPS.filter((event) => 'to' in FEEDBACK.table.next(event, state, FITTING))

const FITTING = { sentence: '–'.repeat(SHORTEST_SENTENCE), personal: false }
