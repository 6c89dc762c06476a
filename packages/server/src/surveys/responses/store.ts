import { randomUUID } from 'node:crypto'
import { quotasOf } from '@otklik/model/surveys'
import type { Proof, Response } from '@otklik/respond'
import { sql } from 'kysely'

import type { Db, Tx } from '../../platform/postgres/open.ts'
import { localTimeAt } from '../../platform/time/instant.ts'
import type { OpenedCampaign } from '../open-campaign.ts'
import { takePlaces } from '../quotas/places.ts'

/** What is looked at to tell whether people answered: kept apart from the response, and erased after 90 days. */
export interface Trace {
  /** On each page, by the server's clock. */
  readonly times: Readonly<Record<string, number>>
  /** Keyed hash of the network it came from; the key lives for a day. */
  readonly source: string
  readonly proof: Proof
  readonly trap: boolean
  readonly script: boolean
  readonly device: Device
}
export type Device = 'phone' | 'tablet' | 'computer' | 'unknown'

export interface Finished {
  readonly response: Response
  readonly language: string
  readonly nonce: string
  readonly trace: Trace
  readonly at: Date
}

/** `full`: of the quota that has no place left, 0 for the target. `closed`: the campaign takes no answers any more. */
export type Stored =
  | { readonly kind: 'stored' | 'already' | 'closed' }
  | { readonly kind: 'full'; readonly quota: number }

/**
 * Stores a finished way through the questionnaire in one transaction, once for each nonce: what it gives is durable when this
 * returns. A place of every quota that it counts for is taken first; where one is full, nothing is stored.
 */
export async function storeResponse(db: Db, campaign: OpenedCampaign, finished: Finished): Promise<Stored> {
  try {
    return await db.transaction().execute((tx) => storeOnce(tx, campaign, finished))
  } catch (error) {
    if (error instanceof FullQuota) return { kind: 'full', quota: error.quota }
    throw error
  }
}

/** Thrown within the transaction, so that what it has done is undone. */
class FullQuota extends Error {
  readonly quota: number
  constructor(quota: number) {
    super(`quota ${quota} is full`)
    this.quota = quota
  }
}

/** So long a page that was sent can't be sent again: longer than a token is a new one. */
const NONCE_LIFE_MS = 7 * 24 * 3600_000

async function storeOnce(tx: Tx, campaign: OpenedCampaign, finished: Finished): Promise<Stored> {
  const { nonce, at, response } = finished
  const expires = new Date(at.getTime() + NONCE_LIFE_MS)
  const { rows } = await sql`
    INSERT INTO survey_nonces (nonce, expires)
    SELECT ${nonce}, ${expires}
    WHERE EXISTS (SELECT FROM survey_campaigns WHERE id = ${campaign.id} AND state = 'running')
    ON CONFLICT DO NOTHING RETURNING true`.execute(tx)
  if (rows.length === 0) return { kind: (await isUsed(tx, nonce)) ? 'already' : 'closed' }
  if (response.outcome === 'complete') await takeAll(tx, campaign, finished)
  await insertAll(tx, campaign, finished)
  return { kind: 'stored' }
}

/** Whether a response has come of this way through the pages. */
export async function isUsed(db: Db, nonce: string): Promise<boolean> {
  const row = await db.selectFrom('survey_nonces').select('nonce').where('nonce', '=', nonce).executeTakeFirst()
  return row !== undefined
}

async function takeAll(tx: Tx, campaign: OpenedCampaign, { response, language }: Finished): Promise<void> {
  const attributes = { ...campaign.attributes, language }
  const full = await takePlaces(tx, campaign.id, quotasOf(campaign.quotas, response.judged, attributes))
  if (full !== null) throw new FullQuota(full)
}

/** Response and traces under a random number, in one statement. */
async function insertAll(tx: Tx, campaign: OpenedCampaign, { response, language, trace, at }: Finished): Promise<void> {
  const id = randomUUID()
  const { link } = campaign
  const [day = '', time = ''] = localTimeAt(at.toISOString(), campaign.zone).split('T')
  const { times, ...traced } = trace
  const seconds = Object.values(times).reduce((sum, one) => sum + one, 0)
  await tx
    .with('traced', (query) =>
      query.insertInto('survey_traces').values({
        response_id: id,
        campaign_id: campaign.id,
        finished_at: at,
        seconds,
        times: JSON.stringify(times),
        ...traced,
      }),
    )
    .with('uncounted', (query) => query.insertInto('survey_uncounted').values({ response_id: id, batch: null }))
    .insertInto('survey_responses')
    .values({
      id,
      campaign_id: campaign.id,
      version: campaign.version,
      link_id: link.id,
      service_id: link.service?.id ?? toldService(campaign, response),
      office_id: link.office === null ? null : Number(link.office.id),
      channel: link.channel,
      language,
      day,
      hour: Number(time.slice(0, 2)),
      outcome: response.outcome,
      answers: JSON.stringify(response.answers),
      other: JSON.stringify(response.other),
    })
    .execute()
}

/** The service that the respondent told about: the one of several, else the only one that was named. */
export function toldService(
  { document }: Pick<OpenedCampaign, 'document'>,
  { answers }: Pick<Response, 'answers'>,
): string | null {
  const questions = document.pages.flatMap((page) => page.questions)
  const answerTo = (measure: string): unknown[] => {
    const question = questions.find((one) => one.measure === measure)
    return question === undefined ? [] : [answers[question.code] ?? []].flat()
  }
  const told = [answerTo('service_told'), answerTo('service')].find((codes) => codes.length === 1)
  return typeof told?.[0] === 'string' ? told[0] : null
}
