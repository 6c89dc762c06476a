import { judge, prepare } from '@otklik/model/questionnaires'
import { quotasOf } from '@otklik/model/surveys'
import type { Tx } from '../../platform/postgres/open.ts'
import type { OpenedCampaign } from '../open-campaign.ts'
import { TARGET } from '../quotas/places.ts'
import type { SurveyTables } from '../tables.ts'
import type { Insertable } from 'kysely'

type Response = Insertable<SurveyTables['survey_responses']>
type Trace = Insertable<SurveyTables['survey_traces']>

/** An answer that is brought in with others, and what is kept of it for 90 days. */
export interface Brought {
  readonly id: string
  readonly linkId: number | null
  readonly service: string | null
  readonly office: number | null
  readonly channel: Response['channel']
  readonly language: string
  readonly day: string
  readonly hour: number
  readonly answers: Readonly<Record<string, unknown>>
  readonly other: Readonly<Record<string, string>>
  readonly attributes: Readonly<Record<string, string>>
  readonly trace: Omit<Trace, 'response_id' | 'campaign_id' | 'times'> & {
    readonly times: Readonly<Record<string, number>>
  }
  readonly keepsTrace: boolean
}

/** PostgreSQL takes 65,535 values in a statement. */
const AT_ONCE = 3000

/**
 * Stores many answers of one version at once: for demonstrations and measurements. Those that would find a quota full are left out.
 * @returns how many were stored.
 */
export async function storeMany(tx: Tx, campaign: OpenedCampaign, brought: readonly Brought[]): Promise<number> {
  const form = prepare(campaign.document)
  const left = new Map([
    [TARGET, campaign.left],
    ...campaign.quotas.map(({ quota, left: places }) => [quota, places] as const),
  ])
  const taken = new Map<number, number>()
  const kept: { one: Brought; outcome: Response['outcome'] }[] = []
  for (const one of brought) {
    const judged = judge(form, one)
    if (!judged.ok) throw new Error(`${campaign.code}: ${JSON.stringify(judged.errors)}`)
    const outcome = judged.outcome === 'screened' ? 'screened' : 'complete'
    const asked = outcome === 'screened' ? [] : [TARGET, ...quotasOf(campaign.quotas, judged, one.attributes)]
    if (asked.some((quota) => (taken.get(quota) ?? 0) >= (left.get(quota) ?? 0))) continue
    for (const quota of asked) taken.set(quota, (taken.get(quota) ?? 0) + 1)
    kept.push({ one, outcome })
  }
  for (let from = 0; from < kept.length; from += AT_ONCE) await insert(tx, campaign, kept.slice(from, from + AT_ONCE))
  for (const [quota, count] of taken) await take(tx, campaign.id, quota, count)
  return kept.length
}

async function insert(
  tx: Tx,
  { id: campaign_id, version }: OpenedCampaign,
  kept: readonly { readonly one: Brought; readonly outcome: Response['outcome'] }[],
): Promise<void> {
  const responses = kept.map(({ one, outcome }) => ({
    id: one.id,
    campaign_id,
    version,
    link_id: one.linkId,
    service_id: one.service,
    office_id: one.office,
    channel: one.channel,
    language: one.language,
    day: one.day,
    hour: one.hour,
    outcome,
    answers: JSON.stringify(one.answers),
    other: JSON.stringify(one.other),
  }))
  const traces = kept.flatMap(({ one: { id, trace, keepsTrace } }) =>
    keepsTrace ? [{ response_id: id, campaign_id, ...trace, times: JSON.stringify(trace.times) }] : [],
  )
  await tx.insertInto('survey_responses').values(responses).execute()
  if (traces.length > 0) await tx.insertInto('survey_traces').values(traces).execute()
  await tx
    .insertInto('survey_uncounted')
    .values(responses.map(({ id }) => ({ response_id: id, batch: null })))
    .execute()
}

/** The shards fill up one after another. */
async function take(tx: Tx, campaignId: number, quota: number, count: number): Promise<void> {
  const rows = await tx
    .selectFrom('survey_places')
    .select(['shard', 'size', 'taken'])
    .where('campaign_id', '=', campaignId)
    .where('quota', '=', quota)
    .orderBy('shard')
    .forUpdate()
    .execute()
  let rest = count
  for (const { shard, size, taken } of rows) {
    const some = Math.min(rest, size - taken)
    rest -= some
    if (some > 0)
      await tx
        .updateTable('survey_places')
        .set({ taken: taken + some })
        .where('campaign_id', '=', campaignId)
        .where('quota', '=', quota)
        .where('shard', '=', shard)
        .execute()
  }
}
