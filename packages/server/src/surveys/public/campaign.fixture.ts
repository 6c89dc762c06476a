import type { CampaignFields } from '@otklik/model/surveys/api'
import { person } from '../../../test/support/principals.ts'
import type { TestDatabases } from '../../../test/support/databases.ts'
import { fold } from '../../platform/text.ts'
import { createCampaign } from '../campaigns/create.ts'
import type { ReadDeps } from '../campaigns/read.ts'
import { startCampaign } from '../campaigns/moves.ts'
import { makeLinks } from '../links/make.ts'

export interface MadeCampaign {
  readonly id: number
  readonly code: string
  /** Address of the campaign itself, and of a link made for it. */
  readonly url: string
  readonly linkUrl: string
}

const NAME = 'Министерство образования'
let made = 0

/** A running campaign over a built-in questionnaire, with one link on the spot. */
export async function campaignOf(
  { db, clickhouse }: Pick<TestDatabases, 'db' | 'clickhouse'>,
  at: Date,
  asked: Partial<CampaignFields> = {},
): Promise<MadeCampaign> {
  const authority =
    (await db.selectFrom('register_authorities').select('id').where('name', '=', NAME).executeTakeFirst()) ??
    (await db
      .insertInto('register_authorities')
      .values({ name: NAME, region: '31', folded: fold(NAME) })
      .returning('id')
      .executeTakeFirstOrThrow())
  const call = { who: person(), from: { address: '127.0.0.1', request: 'test' }, at }
  const code = `proba-${++made}`
  const fields: CampaignFields = {
    name: 'Проба',
    authority: String(authority.id),
    questionnaire: { code: 'ext.services', version: 1 },
    services: [],
    offices: [],
    languages: ['ru'],
    from: null,
    to: null,
    target: null,
    parameters: {},
    lists: {},
    quotas: [],
    legal: { asks: null, recorded: null, kept: null, appeals: null },
    frames: [],
    ...asked,
  }
  await createCampaign(
    { db, ch: clickhouse, config: { publicUrl: '' } as ReadDeps['config'] },
    { code, ...fields },
    call,
  )
  await makeLinks(db, code, { services: [], offices: [], channel: 'qr', language: null }, call)
  await startCampaign(db, code, call)
  const { id } = await db.selectFrom('survey_campaigns').select('id').where('code', '=', code).executeTakeFirstOrThrow()
  const link = await db
    .selectFrom('survey_links')
    .select('code')
    .where('campaign_id', '=', id)
    .executeTakeFirstOrThrow()
  return { id, code, url: `/r/${code}`, linkUrl: `/r/${code}/${link.code}` }
}
