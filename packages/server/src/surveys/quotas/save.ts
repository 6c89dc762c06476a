import type { CampaignFields, Quota } from '@otklik/model/surveys/api'
import { isDeepStrictEqual } from 'node:util'
import { badField } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { storable, tidy } from '../../platform/text.ts'
import { MOST_ANSWERS, placeQuota, resizeQuota, TARGET } from './places.ts'

type Asked = Pick<CampaignFields, 'quotas' | 'target'>

/** Quotas of a campaign in their order: the first is 1. */
export const quotasOf = (db: Db, campaignId: number): Promise<Quota[]> =>
  db
    .selectFrom('survey_quotas')
    .select(['title', 'condition', 'size as limit'])
    .where('campaign_id', '=', campaignId)
    .orderBy('quota')
    .execute()

/** Quotas and target of a campaign that nobody has answered: they stand as asked. */
export async function placeQuotas(tx: Tx, campaignId: number, { quotas, target }: Asked): Promise<void> {
  await tx.deleteFrom('survey_quotas').where('campaign_id', '=', campaignId).execute()
  await tx.deleteFrom('survey_places').where('campaign_id', '=', campaignId).execute()
  await placeQuota(tx, campaignId, TARGET, target ?? MOST_ANSWERS)
  for (const [at, quota] of quotas.entries()) {
    await tx
      .insertInto('survey_quotas')
      .values({
        campaign_id: campaignId,
        quota: at + 1,
        title: tidy(quota.title),
        condition: storable(JSON.stringify(quota.condition)),
        size: quota.limit,
      })
      .execute()
    await placeQuota(tx, campaignId, at + 1, quota.limit)
  }
}

/** The same once it has begun: sizes and titles change, what the quotas are about does not. */
export async function resizeQuotas(tx: Tx, campaignId: number, { quotas, target }: Asked): Promise<void> {
  const kept = await quotasOf(tx, campaignId)
  const strange = quotas.findIndex((quota, at) => !isDeepStrictEqual(quota.condition, kept[at]?.condition))
  if (strange >= 0 || quotas.length !== kept.length)
    throw badField(
      `quotas.${strange >= 0 ? strange : quotas.length}`,
      'Кампания уже начата: у её квот меняются названия и числа, но не условия. Для других квот создайте кампанию.',
    )
  await resize(tx, campaignId, { quota: TARGET, size: target ?? MOST_ANSWERS, path: 'target' })
  for (const [at, { title, limit }] of quotas.entries()) {
    await resize(tx, campaignId, { quota: at + 1, size: limit, path: `quotas.${at}.limit` })
    await tx
      .updateTable('survey_quotas')
      .set({ title: tidy(title), size: limit })
      .where('campaign_id', '=', campaignId)
      .where('quota', '=', at + 1)
      .execute()
  }
}

async function resize(
  tx: Tx,
  campaignId: number,
  { quota, size, path }: { readonly quota: number; readonly size: number; readonly path: string },
): Promise<void> {
  const taken = await resizeQuota(tx, campaignId, quota, size)
  if (taken > size) throw badField(path, `Ответов уже ${taken}: укажите не меньше.`)
}
