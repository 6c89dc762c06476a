import { prepare, type Questionnaire } from '@otklik/model/questionnaires'
import type { UserPrincipal } from '@otklik/model/access'
import type { Caller } from '../../platform/audit/index.ts'
import type { Installation } from '../../installation.ts'
import { authorityNumberOf } from '../../register/index.ts'
import {
  beginDraft,
  createCampaign,
  createQuestionnaire,
  endCampaign,
  makeLinks,
  moveVersion,
  openCampaign,
  pauseCampaign,
  publishQuestionnaire,
  readQuestionnaire,
  saveDraft,
  saveOutcome,
  startCampaign,
  storeMany,
} from '../../surveys/index.ts'
import { DAY, parseDay } from '../calendar.ts'
import { demoPerson } from '../lists/demo-person.ts'
import { authorityName } from '../places.ts'
import type { DemoOptions } from '../plan.ts'
import { makeRandom } from '../random.ts'
import { broughtBy, type Source } from './brought.ts'
import { DEMO_CAMPAIGNS, type DemoCampaign } from './campaigns.ts'
import { fillFeedback } from './fill-feedback.ts'

type Deps = Pick<Installation, 'db' | 'ch' | 'config' | 'cipher'>

interface Stage {
  readonly deps: Deps
  readonly seed: number
  readonly today: string
  readonly who: UserPrincipal
  /** On the morning of the day so many days before. */
  at(daysAgo: number): Caller<UserPrincipal>
}

/** Campaigns of three authorities with what people answered over half a year, by the calls of a methodologist. */
export async function fillSurveys(deps: Deps, { seed, today }: Pick<DemoOptions, 'seed' | 'today'>): Promise<void> {
  const who = await demoPerson(deps.db, 'methodologist')
  const at = (daysAgo: number) => ({ who, at: new Date((parseDay(today) - daysAgo) * DAY * 1000 + 6 * 3_600_000) })
  for (const campaign of DEMO_CAMPAIGNS) await fillCampaign({ deps, seed, today, who, at }, campaign)
  await fillFeedback(deps, at)
}

async function fillCampaign(stage: Stage, campaign: DemoCampaign): Promise<void> {
  const { deps, at } = stage
  const { code, begins, ends, newVersion, outcome } = campaign
  const begin = at(begins)
  const authority = String((await authorityNumberOf(deps.db, authorityName(campaign.authority))) ?? 0)
  if (campaign.copyOf !== undefined) await ownQuestionnaire(stage, campaign, authority)
  await createCampaign(deps, { code, ...fieldsOf(campaign, authority) }, begin)
  await startCampaign(deps.db, code, begin)
  for (const channel of campaign.channels)
    if (channel !== 'open')
      await makeLinks(deps.db, code, { services: [], offices: 'all', channel, language: null }, begin)
  const middle = newVersion ?? ends
  await answer(stage, campaign, begins, middle)
  if (newVersion !== undefined) {
    await shorten(stage, campaign)
    await answer(stage, campaign, newVersion, ends)
  }
  if (campaign.state === 'paused') await pauseCampaign(deps.db, code, at(ends))
  if (campaign.state === 'ended') await endCampaign(deps.db, code, { why: 'by_hand', note: null }, at(ends))
  if (outcome !== undefined) await saveOutcome(deps.db, code, { ru: outcome }, at(ends - 20))
}

const fieldsOf = (campaign: DemoCampaign, authority: string) => ({
  name: campaign.name,
  authority,
  questionnaire: campaign.questionnaire,
  services: [],
  offices: [],
  languages: ['ru'],
  from: null,
  to: null,
  frames: [],
  target: campaign.target ?? null,
  quotas: campaign.quotas ?? [],
  parameters: campaign.parameters ?? {},
  lists: campaign.lists ?? {},
  legal: { asks: null, recorded: null, kept: null, appeals: null },
})

async function ownQuestionnaire({ deps, at }: Stage, campaign: DemoCampaign, authority: string): Promise<void> {
  const { questionnaire, name, copyOf = '', begins } = campaign
  const caller = at(begins + 2)
  const from = { code: copyOf }
  await createQuestionnaire(deps.db, { code: questionnaire.code, title: name, authority, from }, caller)
  await publishQuestionnaire(deps.db, questionnaire.code, 1, caller)
}

/** The next version asks one criterion less, and the campaign goes on with it. */
async function shorten({ deps, who, at }: Stage, { code, questionnaire, newVersion = 0 }: DemoCampaign): Promise<void> {
  const caller = at(newVersion)
  await beginDraft(deps.db, questionnaire.code, caller)
  const { document } = await readQuestionnaire(deps.db, questionnaire.code, who)
  await saveDraft(deps.db, questionnaire.code, { revision: 1, document: withoutSecondRow(document) }, caller)
  await publishQuestionnaire(deps.db, questionnaire.code, 2, caller)
  const { revision } = await deps.db
    .selectFrom('survey_campaigns')
    .select('revision')
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  await moveVersion(deps.db, code, { revision, version: questionnaire.version + 1 }, caller)
}

const withoutSecondRow = (document: Questionnaire): Questionnaire => ({
  ...document,
  pages: document.pages.map((page) => ({
    ...page,
    questions: page.questions.map((question) =>
      question.rows ? { ...question, rows: question.rows.filter((_, at) => at !== 1) } : question,
    ),
  })),
})

/** What people answered between two days. */
async function answer(stage: Stage, campaign: DemoCampaign, from: number, to: number): Promise<void> {
  const { deps, seed, today, at } = stage
  const { db } = deps
  const opened = await openCampaign(db, campaign.code, null, at(from).at)
  if (opened === undefined) throw new Error(`${campaign.code} does not run`)
  const links = await db
    .selectFrom('survey_links')
    .select(['id', 'code', 'office_id', 'channel'])
    .where('campaign_id', '=', opened.id)
    .orderBy('channel')
    .orderBy('office_id')
    .execute()
  const random = makeRandom(seed, `surveys ${campaign.code} ${opened.version}`)
  const sources: Source[] = campaign.channels.includes('open') ? [...links, null] : links
  const share = (from - to) / (campaign.begins - campaign.ends)
  const count = Math.round(campaign.answers * share)
  const context = { campaign, opened, form: prepare(opened.document), sources, today, from, to, random }
  const brought = Array.from({ length: count }, () => broughtBy(context))
  await db.transaction().execute(async (tx) => {
    await storeMany(tx, opened, brought)
    await tx
      .insertInto('survey_page_counts')
      .values(pageCounts(opened.id, opened.document, count))
      .execute()
  })
}

/** Of a hundred who open the first page some leave on each. */
function pageCounts(campaign_id: number, { version = 1, pages }: Questionnaire, answered: number) {
  const stays = 0.95
  const shownAt = (at: number) => Math.round(answered / stays ** (pages.length - at))
  const rows = pages.map((page, at) => ({ page: page.code, shown: shownAt(at), passed: shownAt(at + 1) }))
  return [{ page: '#first', shown: shownAt(0), passed: 0 }, ...rows].map((row) => ({ campaign_id, version, ...row }))
}
