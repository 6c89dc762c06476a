import type { Condition, Questionnaire, Text } from '@otklik/model/questionnaires'
import type { CampaignState, Channel, LinkState } from '@otklik/model/surveys'
import { NO_LINK } from '@otklik/model/surveys'
import type { LegalTexts } from '@otklik/model/surveys/api'
import { sql } from 'kysely'
import type { Db } from '../platform/postgres/open.ts'
import { campaigns, todayAt, zone } from './campaigns/rows.ts'
import { officeNames, serviceTitles, type Subject } from './campaigns/subjects.ts'
import { placesOf, TARGET } from './quotas/places.ts'
import type { ListEntries } from './tables.ts'

/** Where an answer comes from; of the address without a link all is null, and the channel `open`. */
export interface OpenedLink {
  readonly id: number | null
  readonly code: string | null
  readonly state: LinkState
  readonly closedReason: string | null
  readonly service: Subject | null
  readonly office: Subject | null
  readonly channel: Channel
  /** Null: the respondent chooses. */
  readonly language: string | null
}

/** A condition that takes a place of a quota, and the places that nobody has taken yet. */
export interface OpenedQuota {
  readonly quota: number
  readonly title: string
  readonly condition: Condition
  readonly left: number
}

/** Whether pages take answers, else why not; the first that holds. */
export type Standing = 'open' | 'not_begun' | 'paused' | 'ended' | 'link_closed' | 'full'

/** All that a public page needs to know of a campaign. */
export interface OpenedCampaign {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly state: CampaignState
  readonly standing: Standing
  readonly authority: Subject
  /** IANA, of the authority's region: days and hours of responses are of it. */
  readonly zone: string
  readonly questionnaireId: number
  /** The version asked now, and all that were asked before. */
  readonly version: number
  readonly versions: readonly number[]
  readonly document: Questionnaire
  readonly languages: readonly string[]
  readonly parameters: Readonly<Record<string, string>>
  /** Entries of lists of the register by the questionnaire's name; a list that is not in it takes any text. */
  readonly lists: ListEntries
  readonly legal: LegalTexts
  readonly frames: readonly string[]
  readonly firstDay: string | null
  readonly lastDay: string | null
  readonly outcome: Text | null
  /** Places of the target that are left. */
  readonly left: number
  readonly quotas: readonly OpenedQuota[]
  readonly link: OpenedLink
  /** For conditions and quotas: `service`, `office`, `channel`, `link`; what the link leaves open is not in it. */
  readonly attributes: Readonly<Record<string, string>>
}

const WITHOUT_LINK: OpenedLink = {
  id: null,
  code: null,
  state: 'open',
  closedReason: null,
  service: null,
  office: null,
  channel: NO_LINK,
  language: null,
}

/** What a public page of this address is about; undefined where there is no such campaign or link, or it is a draft. */
export async function openCampaign(
  db: Db,
  code: string,
  linkCode: string | null,
  at: Date,
): Promise<OpenedCampaign | undefined> {
  const row = await campaigns(db)
    .selectAll('c')
    .select(['a.name as authority', 'v.document', zone.as('zone'), todayAt(at).as('today')])
    .select(
      sql<number[]>`ARRAY(SELECT version FROM survey_campaign_versions cv WHERE cv.campaign_id = c.id)`.as('asked'),
    )
    .where('c.code', '=', code)
    .where('c.state', '!=', 'draft')
    .executeTakeFirst()
  if (row === undefined) return undefined
  const [link, places, quotas] = await Promise.all([
    linkCode === null ? WITHOUT_LINK : openLink(db, row.id, linkCode),
    placesOf(db, row.id),
    db.selectFrom('survey_quotas').selectAll().where('campaign_id', '=', row.id).orderBy('quota').execute(),
  ])
  if (link === undefined) return undefined
  const left = places.get(TARGET)?.left ?? 0
  return {
    id: row.id,
    code,
    name: row.name,
    state: row.state,
    standing: standingOf(row, link, left),
    authority: { id: String(row.authority_id), name: row.authority },
    zone: row.zone,
    questionnaireId: row.questionnaire_id,
    version: row.version,
    versions: row.asked,
    document: row.document,
    languages: row.languages,
    parameters: row.parameters,
    lists: row.frozen ?? {},
    legal: row.legal,
    frames: row.frames,
    firstDay: row.first_day,
    lastDay: row.last_day,
    outcome: row.outcome,
    left,
    quotas: quotas.map(({ quota, title, condition }) => ({
      quota,
      title,
      // It was read as a condition when it was saved.
      condition: condition as Condition,
      left: places.get(quota)?.left ?? 0,
    })),
    link,
    attributes: attributesOf(link),
  }
}

interface Told {
  readonly state: CampaignState
  readonly first_day: string | null
  readonly last_day: string | null
  readonly today: string
}

function standingOf({ state, first_day, last_day, today }: Told, link: OpenedLink, left: number): Standing {
  // The job that ends it is late by some seconds at most.
  if (state === 'ended' || (last_day !== null && today > last_day)) return 'ended'
  if (state === 'paused') return 'paused'
  if (first_day !== null && today < first_day) return 'not_begun'
  if (link.state === 'closed') return 'link_closed'
  return left > 0 ? 'open' : 'full'
}

async function openLink(db: Db, campaignId: number, code: string): Promise<OpenedLink | undefined> {
  const row = await db
    .selectFrom('survey_links')
    .selectAll()
    .where('campaign_id', '=', campaignId)
    .where('code', '=', code)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { id, state, closed_reason, service_id, office_id, channel, language } = row
  const [[service = null], [office = null]] = await Promise.all([
    serviceTitles(db, service_id === null ? [] : [service_id]),
    officeNames(db, office_id === null ? [] : [office_id]),
  ])
  return { id, code, state, closedReason: closed_reason, service, office, channel, language }
}

/** What conditions and results know of where an answer came from. */
export function attributesOf({ code, service, office, channel }: OpenedLink): Record<string, string> {
  return {
    channel,
    ...(code !== null && { link: code }),
    ...(service !== null && { service: service.id }),
    ...(office !== null && { office: office.id }),
  }
}

/** The document of a version that the campaign has asked: tokens of pages know the version they were made for. */
export async function askedDocument(
  db: Db,
  questionnaireId: number,
  version: number,
): Promise<Questionnaire | undefined> {
  const row = await db
    .selectFrom('survey_versions')
    .select('document')
    .where('questionnaire_id', '=', questionnaireId)
    .where('version', '=', version)
    .where('state', '!=', 'draft')
    .executeTakeFirst()
  return row?.document
}
