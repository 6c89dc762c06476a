import { type Principal, reachOf } from '@otklik/model/access'
import {
  planResults,
  groupingBy,
  type Grouping,
  type ResultPlan,
  type Results,
  resultsOf,
} from '@otklik/model/questionnaires/results'
import { prepare, type Questionnaire } from '@otklik/model/questionnaires'
import type { SurveyResults } from '@otklik/model/surveys/api'
import { badField, problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { findCampaign } from '../campaigns/read.ts'
import type { SurveysDeps } from '../deps.ts'
import { askedDocument } from '../open-campaign.ts'
import { filterOf, type ResultsAsked } from './filters.ts'
import { isAttribute, tallyOf } from './tally.ts'

export interface ReadResults {
  readonly results: SurveyResults
  readonly document: Questionnaire
}

/** What `otklik results` says of the answers of a campaign, one version of its questionnaire at a time. */
export async function readResults(
  { db, ch }: Pick<SurveysDeps, 'db' | 'ch'>,
  code: string,
  asked: ResultsAsked,
  who: Principal,
  at: Date,
): Promise<ReadResults> {
  refuseDesign(asked)
  const { by, against, minCell } = asked
  if (against !== undefined && by === undefined) throw badField('against', 'Укажите и «by»: иначе сравнивать нечего.')
  const campaign = await findCampaign(db, code, reachOf(who), at)
  const version = asked.version ?? campaign.version
  const document = await askedDocument(db, campaign.questionnaire_id, version)
  if (document === undefined) throw problem(problems.notFound)
  const plan = planResults(prepare(document))
  const grouping = by === undefined ? undefined : groupingFor(plan, by)
  const links = await linkCodes(db, campaign.id, asked.link !== undefined || by === 'link')
  const filter = filterOf(asked, { campaign: campaign.id, version, link: linkOf(links, asked.link) })
  const tally = await tallyOf(ch, plan, filter, grouping, links)
  const options = {
    ...(grouping && { grouping }),
    ...(against !== undefined && { against }),
    ...(minCell !== undefined && { minCell }),
  }
  const results = resultsOf(plan, tally, options)
  requireGroup(results, against)
  // The basis is plain, which has no weights; the contract's arrays are those of the model, which nobody changes.
  return { results: results as SurveyResults, document }
}

/** What a campaign is not counted by yet. */
function refuseDesign({ clusters, strata, margins }: ResultsAsked): void {
  const given = Object.entries({ clusters, strata, margins }).find(([, value]) => value !== undefined)
  if (given === undefined) return
  const advice = 'Выгрузите ответы и посчитайте их командой otklik results.'
  throw badField(given[0], `Кластеры, страты и веса в итогах кампании пока не учитываются. ${advice}`)
}

function groupingFor(plan: ResultPlan, by: string): Grouping {
  const found = groupingBy(plan, by)
  if ('refused' in found) throw badField('by', found.refused)
  if (!plan.byCode.has(by) && !isAttribute(by))
    throw badField(
      'by',
      `Нет ни вопроса «${by}», ни такого признака. Признаки: service, office, channel, link, language.`,
    )
  return found.grouping
}

async function linkCodes(db: Db, campaignId: number, needed: boolean): Promise<ReadonlyMap<number, string>> {
  if (!needed) return new Map()
  const rows = await db
    .selectFrom('survey_links')
    .select(['id', 'code'])
    .where('campaign_id', '=', campaignId)
    .execute()
  return new Map(rows.map(({ id, code }) => [id, code]))
}

function linkOf(links: ReadonlyMap<number, string>, asked: string | undefined): number | undefined {
  if (asked === undefined) return undefined
  const found = [...links].find(([, code]) => code === asked)
  if (found === undefined) throw badField('link', `Ссылки «${asked}» у кампании нет.`)
  return found[0]
}

/** Comparing with a group that is not there, or is hidden, is said instead of leaving the differences out. */
function requireGroup({ groups = [], by }: Pick<Results, 'groups' | 'by'>, against: string | undefined): void {
  if (against === undefined) return
  const group = groups.find(({ value }) => value === against)
  if (!group)
    throw badField('against', `Группы «${against}» нет. Есть: ${groups.map(({ value }) => value).join(', ')}.`)
  if (group.suppressed)
    throw badField('against', `Группа «${against}» по «${by}» скрыта, в ней мало людей. Сравните с другой.`)
}
