import type { List, ListEntry, Questionnaire, Text } from '@otklik/model/questionnaires'
import type { CampaignState, Channel, FeedbackState, LinkState, VersionState } from '@otklik/model/surveys'
import type { LegalTexts } from '@otklik/model/surveys/api'
import type { Generated, JSONColumnType } from 'kysely'

/** Entries by the questionnaire's name for the list. */
export type ListEntries = Readonly<Record<string, readonly ListEntry[]>>
export type { List }

export interface SurveyTables {
  survey_questionnaires: {
    id: Generated<number>
    code: string
    /** Put there when it is first asked or copied; the program's own is the same. */
    built_in: Generated<boolean>
    /** Null: for all. */
    authority_id: number | null
    origin_code: string | null
    origin_version: number | null
    /** Of the latest saved version, in its main language. */
    title: string
    folded: string
    created_at: Date
    created_by: string
  }
  survey_versions: {
    questionnaire_id: number
    version: number
    state: VersionState
    document: JSONColumnType<Questionnaire>
    revision: Generated<number>
    saved_at: Date
    saved_by: string
    published_at: Date | null
    published_by: string | null
    withdrawn_at: Date | null
    withdrawn_by: string | null
    withdrawn_reason: string | null
  }
  survey_campaigns: {
    id: Generated<number>
    code: string
    name: string
    folded: string
    authority_id: number
    questionnaire_id: number
    version: number
    state: CampaignState
    revision: Generated<number>
    services: string[]
    offices: number[]
    languages: string[]
    first_day: string | null
    last_day: string | null
    target: number | null
    parameters: JSONColumnType<Record<string, string>>
    /** Own entries in place of the register's. */
    lists: JSONColumnType<ListEntries>
    /** Entries of all lists of the register, as they were at the start; null: it has not begun. */
    frozen: JSONColumnType<ListEntries> | null
    legal: JSONColumnType<LegalTexts>
    frames: string[]
    outcome: JSONColumnType<Text> | null
    created_at: Date
    created_by: string
    started_at: Date | null
    started_by: string | null
    ended_at: Date | null
    ended_by: string | null
    ended_why: 'by_hand' | 'day' | 'target' | null
    ended_note: string | null
  }
  survey_campaign_versions: { campaign_id: number; version: number; since: Date; by: string }
  survey_quotas: {
    campaign_id: number
    /** From 1; 0 is the target. */
    quota: number
    title: string
    condition: JSONColumnType<object>
    size: number
  }
  /** Where answers take the places of a quota: several rows, so that they seldom wait for one another. */
  survey_places: { campaign_id: number; quota: number; shard: number; size: number; taken: Generated<number> }
  survey_links: {
    id: Generated<number>
    campaign_id: number
    code: string
    service_id: string | null
    office_id: number | null
    channel: Channel
    /** Null: the respondent chooses. */
    language: string | null
    state: Generated<LinkState>
    closed_reason: string | null
    closed_by: string | null
    closed_at: Date | null
  }
  survey_responses: {
    id: string
    campaign_id: number
    version: number
    link_id: number | null
    /** Of the link, else the one that the respondent told. */
    service_id: string | null
    office_id: number | null
    channel: Channel
    language: string
    /** Of the authority's own time; nothing finer is kept. */
    day: string
    hour: number
    outcome: 'complete' | 'screened'
    answers: JSONColumnType<Record<string, unknown>>
    other: JSONColumnType<Record<string, string>>
    excluded: Generated<boolean>
  }
  survey_traces: {
    response_id: string
    campaign_id: number
    finished_at: Date
    /** On all pages together, by the server's clock. */
    seconds: number
    times: JSONColumnType<Record<string, number>>
    /** Keyed hash of where it came from; the key lives for a day. */
    source: string
    proof: 'none' | 'good' | 'bad'
    trap: boolean
    script: boolean
    device: 'phone' | 'tablet' | 'computer' | 'unknown'
  }
  survey_source_keys: { day: string; key: string }
  survey_nonces: { nonce: string; expires: Date }
  survey_uncounted: { response_id: string; batch: number | null }
  /** What respondents want an answer to. Nothing in it names a response. */
  survey_feedback: {
    /** Random: tells no order. */
    id: string
    campaign_id: number
    service_id: string | null
    office_id: number | null
    /** Of the authority's own time. */
    received: string
    due: string
    state: FeedbackState
    /** Masked. */
    words: string
    folded: string
    /** Keyed hash; null: a contact was left, or the key was replaced. */
    code_hash: string | null
    contact_sealed: string | null
    /** Edition of the consent and its day; null: there was no contact. */
    consent: string | null
    consented: string | null
    contact_erased: string | null
    /** Day of the last step. */
    closed: string | null
    published_said: string | null
    published_by: string | null
    published_at: Date | null
  }
  survey_feedback_steps: {
    id: Generated<number>
    feedback_id: string
    state: FeedbackState
    sentence: string
    by: string
    at: Date
  }
  survey_page_counts: { campaign_id: number; version: number; page: string; shown: number; passed: number }
}

declare module '../platform/postgres/database.ts' {
  interface Database extends SurveyTables {}
}
