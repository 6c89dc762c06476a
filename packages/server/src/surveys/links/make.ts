import { randomBytes } from 'node:crypto'
import type { Principal } from '@otklik/model/access'
import type { AnswerOf, BodyOf } from '@otklik/model/api'
import { readableCode } from '@otklik/model/surveys'
import type { makeLinks as route } from '@otklik/model/surveys/api'
import { type Caller, recordAudit } from '../../platform/audit/index.ts'
import { badField, problem } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { officesAsked, servicesAsked, type Subject } from '../campaigns/subjects.ts'
import { type HeldCampaign, holdCampaign } from '../campaigns/step.ts'
import { campaignState, tooManyLinks } from '../problems.ts'

type Asked = BodyOf<typeof route>

/** More than any campaign prints posters for. */
export const MOST_LINKS = 20_000
const CODE_SIGNS = 6

/** A link for each service and each office together; those that are there stay as they are. */
export async function makeLinks(
  db: Db,
  code: string,
  asked: Asked,
  caller: Caller<Principal>,
): Promise<AnswerOf<typeof route>> {
  const { who, from, at } = caller
  return db.transaction().execute(async (tx) => {
    const row = await holdCampaign(tx, code, caller)
    if (row.state === 'ended') throw problem(campaignState, 'Кампания завершена: ссылок у неё больше не прибавляется.')
    const { channel, language } = asked
    if (language !== null && !row.languages.includes(language))
      throw badField('language', `Кампании на языке «${language}» нет.`)
    const [services, offices] = [
      chosen(asked.services, await servicesAsked(tx, row), 'services', 'Услуги с номером'),
      chosen(asked.offices, await officesAsked(tx, row), 'offices', 'Подразделения с номером'),
    ]
    const pairs = (services.length > 0 ? services : [null]).flatMap((service_id) =>
      (offices.length > 0 ? offices : [null]).map((office_id) => ({ service_id, office_id })),
    )
    await refuseTooMany(tx, row, pairs.length)
    const made = await insertLinks(
      tx,
      pairs.map(({ service_id, office_id }) => ({
        campaign_id: row.id,
        code: readableCode(randomBytes(CODE_SIGNS)),
        service_id,
        office_id: office_id === null ? null : Number(office_id),
        channel,
        language,
      })),
    )
    const after = { made, channel, language }
    await recordAudit(tx, { who, what: 'campaign.links_made', subject: `campaign:${code}`, after, from, at })
    return { made, existed: pairs.length - made }
  })
}

/** Those that are named, of the campaign's subjects; `all`: every one of them. */
function chosen(asked: 'all' | readonly string[], subjects: readonly Subject[], path: string, what: string): string[] {
  const known = subjects.map(({ id }) => id)
  if (asked === 'all') return known
  const missing = asked.find((id) => !known.includes(id))
  if (missing !== undefined) throw badField(path, `${what} ${missing} нет среди тех, о которых кампания.`)
  return [...asked]
}

async function refuseTooMany(tx: Tx, { id }: HeldCampaign, more: number): Promise<void> {
  const { n } = await tx
    .selectFrom('survey_links')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('campaign_id', '=', id)
    .executeTakeFirstOrThrow()
  if (n + more > MOST_LINKS) throw problem(tooManyLinks, n + more, MOST_LINKS)
}

interface NewLink {
  readonly campaign_id: number
  readonly code: string
  readonly service_id: string | null
  readonly office_id: number | null
  readonly channel: Asked['channel']
  readonly language: string | null
}

/** One statement takes no more values than this many rows have. */
const AT_ONCE = 5000

async function insertLinks(tx: Tx, rows: readonly NewLink[]): Promise<number> {
  let made = 0
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE)
    const inserted = await tx
      .insertInto('survey_links')
      .values(some)
      .onConflict((clash) =>
        clash.columns(['campaign_id', 'service_id', 'office_id', 'channel', 'language']).doNothing(),
      )
      .returning('id')
      .execute()
    made += inserted.length
  }
  return made
}
