import { createSuggester, learnTopics, readTopicModel, type Suggested } from '@otklik/model/change/topics'
import type { Static } from 'typebox'
import type { TopicModelState } from '@otklik/model/change/api'
import type { Db } from '../../platform/postgres/open.ts'
import { stem } from '../language/stem.ts'
import { currentRubricator } from '../rubricator/current.ts'

export interface CurrentSuggester {
  readonly suggest: (text: string) => Suggested
  readonly state: Static<typeof TopicModelState>
}

let kept: { readonly key: string; readonly made: CurrentSuggester } | undefined

/**
 * What suggests topics now: the latest model where it knows the edition in force, else the words of the edition alone, until
 * the next learning, which is asked for with every edition.
 */
export async function currentSuggester(db: Db): Promise<CurrentSuggester> {
  const rubricator = await currentRubricator(db)
  const row = await db
    .selectFrom('change_models')
    .select(['id', 'learned_at', 'edition', 'texts', 'top1', 'top3', 'auto'])
    .where('edition', '=', rubricator.edition)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const key = `${rubricator.edition} ${row?.id ?? ''} ${row?.learned_at.toISOString() ?? ''}`
  if (kept?.key === key) return kept.made
  const body = row && (await db.selectFrom('change_models').select('body').where('id', '=', row.id).executeTakeFirst())
  const model = (body && readTopicModel(JSON.parse(body.body))) ?? learnTopics([], rubricator, stem)
  const { texts, quality, auto } = model
  const state = {
    learned: row?.learned_at.toISOString() ?? null,
    texts,
    top1: quality.top1,
    top3: quality.top3,
    auto,
    edition: rubricator.edition,
  }
  kept = { key, made: { suggest: createSuggester(model, stem), state } }
  return kept.made
}
