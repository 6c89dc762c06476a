import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { CodedText, TopicModel } from '@otklik/model/change/topics'
import type { Rubricator } from '@otklik/model/change/rubricator'
import { successorsOf } from '@otklik/model/change/rubricator'
import { sql } from 'kysely'
import { type Caller, recordAudit } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { currentRubricator } from '../rubricator/current.ts'
import { acceptSure } from './accept.ts'

/** The latest texts that are learned from: more make it no better and cost time. */
const MOST = 10_000
/** Earlier models are kept for comparison of their quality. */
const KEPT = 10

/**
 * Learns from what people coded, each text once however many copies it has, in a thread of its own; what the model is sure
 * of among the rest it codes itself. Returns how many texts it learned from.
 */
export async function learnTopics(db: Db, caller: Caller): Promise<number> {
  const rubricator = await currentRubricator(db)
  const coded = await codedTexts(db, rubricator)
  const model = await learnedInThread(coded, rubricator)
  const { who, from, at } = caller
  const { texts, quality, auto } = model
  await db.transaction().execute(async (tx) => {
    const { id } = await tx
      .insertInto('change_models')
      .values({
        learned_at: at,
        edition: rubricator.edition,
        texts,
        top1: quality.top1,
        top3: quality.top3,
        auto,
        body: JSON.stringify(model),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .deleteFrom('change_models')
      .where('id', '<=', id - KEPT)
      .execute()
    const accepted = await acceptSure(tx, model, at)
    const after = { texts, top1: quality.top1, top3: quality.top3, accepted }
    await recordAudit(tx, { who, what: 'topics.learned', subject: `topic_model:${id}`, after, from, at })
  })
  return texts
}

/** What people coded, the latest first; a merged topic stands as what replaced it, a split one is left out. */
async function codedTexts(db: Db, rubricator: Rubricator): Promise<CodedText[]> {
  const { rows } = await sql<CodedText>`
    SELECT text, codes FROM (
      SELECT DISTINCT ON (twin) id, text, codes FROM change_statements
      WHERE cardinality(codes) > 0 AND coder_who <> 'model' ORDER BY twin, id
    ) AS coded ORDER BY id DESC LIMIT ${MOST}`.execute(db)
  return rows.flatMap(({ text, codes }) => {
    const now = codes.map((code) => successorsOf(rubricator, code))
    if (now.some((successors) => successors.length !== 1)) return []
    return [{ text, codes: [...new Set(now.flat())] }]
  })
}

/** What the thread is asked. */
export interface LearnOrder {
  readonly coded: readonly CodedText[]
  readonly rubricator: Rubricator
}

async function learnedInThread(coded: readonly CodedText[], rubricator: Rubricator): Promise<TopicModel> {
  const order: LearnOrder = { coded, rubricator }
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: order })
  try {
    // An error in the thread is an `error` event, which `once` throws.
    const [model] = await once(worker, 'message')
    return model as TopicModel
  } finally {
    await worker.terminate()
  }
}
