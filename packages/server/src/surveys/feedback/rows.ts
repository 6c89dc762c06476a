import { isOverdueFeedback } from '@otklik/model/surveys'
import type { FeedbackRow } from '@otklik/model/surveys/api'
import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import { todayAt } from '../campaigns/rows.ts'

const sentence = sql<string | null>`(
  SELECT s.sentence FROM survey_feedback_steps AS s WHERE s.feedback_id = f.id ORDER BY s.id DESC LIMIT 1)`
const service = sql<string | null>`(
  SELECT s.name FROM register_services AS s WHERE s.service_id = f.service_id ORDER BY s.subservice_id LIMIT 1)`

/** Feedback (`f`) with its campaign (`c`), authority (`a`) and office (`o`). */
export const feedback = (db: Db) =>
  db
    .selectFrom('survey_feedback as f')
    .innerJoin('survey_campaigns as c', 'c.id', 'f.campaign_id')
    .innerJoin('register_authorities as a', 'a.id', 'c.authority_id')
    .leftJoin('register_regions as r', 'r.code', 'a.region')
    .leftJoin('register_offices as o', 'o.id', 'f.office_id')

export const feedbackRows = (db: Db, at: Date) =>
  feedback(db)
    .selectAll('f')
    .select(['c.code as campaign', 'c.name as campaign_name', 'c.authority_id', 'a.name as authority'])
    .select(['o.name as office', sentence.as('sentence'), service.as('service'), todayAt(at).as('today')])

export type StoredFeedback = Awaited<ReturnType<ReturnType<typeof feedbackRows>['execute']>>[number]

/** A feedback as the desk shows it. */
export const shownFeedback = (row: StoredFeedback): FeedbackRow => ({
  id: row.id,
  campaign: { code: row.campaign, name: row.campaign_name },
  authority: { id: String(row.authority_id), name: row.authority },
  service: row.service_id === null ? null : { id: row.service_id, name: row.service ?? row.service_id },
  office: row.office_id === null ? null : { id: String(row.office_id), name: row.office ?? String(row.office_id) },
  received: row.received,
  due: row.due,
  overdue: isOverdueFeedback(row.state, row.due, row.today),
  state: row.state,
  words: row.words,
  way: row.consent === null ? 'code' : 'contact',
  contact: row.contact_sealed !== null ? 'kept' : row.consent === null ? 'none' : 'erased',
  sentence: row.sentence,
  isPublished: row.published_at !== null,
})

/** Those that await an answer. */
export const OPEN = sql<boolean>`f.closed IS NULL`
/** Of these, those whose term is over, by the clock of the authority. */
export const overdueAt = (at: Date) => sql<boolean>`(f.closed IS NULL AND f.due < ${todayAt(at)})`
