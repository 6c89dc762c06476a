import { randomUUID } from 'node:crypto'
import { quotasOf } from '@otklik/model/surveys'
import type { Proof, Response } from '@otklik/respond'
import { sql } from 'kysely'

import type { Db, Tx } from '../../platform/postgres/open.ts'
import { localTimeAt } from '../../platform/time/instant.ts'
import type { OpenedCampaign } from '../open-campaign.ts'
import { TARGET, takingPlaces } from '../quotas/places.ts'

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
  const { rows } = await insertOnce(campaign, finished).execute(tx)
  const [row] = rows
  if (row === undefined) return { kind: (await isUsed(tx, finished.nonce)) ? 'already' : 'closed' }
  if (row.full_quota !== null) throw new FullQuota(row.full_quota)
  return { kind: 'stored' }
}

/** Whether a response has come of this way through the pages. */
export async function isUsed(db: Db, nonce: string): Promise<boolean> {
  const row = await db.selectFrom('survey_nonces').select('nonce').where('nonce', '=', nonce).executeTakeFirst()
  return row !== undefined
}

/**
 * All of it in one statement: the nonce, and only where it is new and the campaign runs, the places; only where none is full,
 * the response under a random number and its traces. No row: the nonce was used, or the campaign does not run.
 */
function insertOnce(campaign: OpenedCampaign, { response, language, nonce, trace, at }: Finished) {
  const id = randomUUID()
  const { link } = campaign
  const [day = '', time = ''] = localTimeAt(at.toISOString(), campaign.zone).split('T')
  const seconds = Object.values(trace.times).reduce((sum, one) => sum + one, 0)
  const service = link.service?.id ?? toldService(campaign, response)
  const office = link.office === null ? null : Number(link.office.id)
  return sql<{ full_quota: number | null }>`
    WITH used AS (
      INSERT INTO survey_nonces (nonce, expires)
      SELECT ${nonce}, ${new Date(at.getTime() + NONCE_LIFE_MS)}
      WHERE EXISTS (SELECT FROM survey_campaigns WHERE id = ${campaign.id} AND state = 'running')
      ON CONFLICT DO NOTHING RETURNING nonce
    ), placed AS (
      SELECT ${takingPlaces(campaign.id, placesFor(campaign, response, language))} AS full_quota FROM used
    ), kept AS (
      INSERT INTO survey_responses
        (id, campaign_id, version, link_id, service_id, office_id, channel, language, day, hour, outcome, answers, other)
      SELECT ${id}::uuid, ${campaign.id}, ${campaign.version}, ${link.id}, ${service}, ${office}, ${link.channel}, ${language},
        ${day}, ${Number(time.slice(0, 2))}, ${response.outcome}, ${JSON.stringify(response.answers)}::json,
        ${JSON.stringify(response.other)}::json
      FROM placed WHERE full_quota IS NULL
    ), traced AS (
      INSERT INTO survey_traces
        (response_id, campaign_id, finished_at, seconds, times, source, proof, trap, script, device)
      SELECT ${id}::uuid, ${campaign.id}, ${at}::timestamptz, ${seconds}, ${JSON.stringify(trace.times)}::json, ${trace.source},
        ${trace.proof}, ${trace.trap}, ${trace.script}, ${trace.device}
      FROM placed WHERE full_quota IS NULL
    ), uncounted AS (
      INSERT INTO survey_uncounted (response_id) SELECT ${id}::uuid FROM placed WHERE full_quota IS NULL
    )
    SELECT full_quota FROM placed`
}

/** Who was screened out takes none. */
function placesFor(campaign: OpenedCampaign, { outcome, judged }: Response, language: string): number[] {
  if (outcome === 'screened') return []
  return [TARGET, ...quotasOf(campaign.quotas, judged, { ...campaign.attributes, language })]
}

/** The service that the respondent told about: the one of several, else the only one that was named. */
function toldService({ document }: OpenedCampaign, { answers }: Response): string | null {
  const questions = document.pages.flatMap((page) => page.questions)
  const answerTo = (measure: string): unknown[] => {
    const question = questions.find((one) => one.measure === measure)
    return question === undefined ? [] : [answers[question.code] ?? []].flat()
  }
  const told = [answerTo('service_told'), answerTo('service')].find((codes) => codes.length === 1)
  return typeof told?.[0] === 'string' ? told[0] : null
}
