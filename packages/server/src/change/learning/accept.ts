import { setImmediate as breathe } from 'node:timers/promises'
import { createSuggester, type TopicModel } from '@otklik/model/change/topics'
import { sql } from 'kysely'
import type { Tx } from '../../platform/postgres/open.ts'
import { stem } from '../language/stem.ts'

/** What stands where a topic was given by the model. */
export const MODEL_CODER = { coder: 'Модель', coder_who: 'model' } as const
/** Texts that one night judges; the rest come the next. */
const MOST = 50_000
/** Texts judged at a stretch. */
const STRETCH = 200

/** Codes what the model is sure of (95 of 100 right by cross-validation); a person's coding always takes its place. */
export async function acceptSure(tx: Tx, model: TopicModel, at: Date): Promise<number> {
  if (model.auto === null) return 0
  const rows = await tx
    .selectFrom('change_statements')
    .select(['id', 'text'])
    .where('codes', 'is', null)
    .where('filtered', 'is', null)
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  const suggest = createSuggester(model, stem)
  const [ids, codes]: [number[], string[]] = [[], []]
  for (const [place, { id, text }] of rows.entries()) {
    const { auto, suggestions } = suggest(text)
    if (auto && suggestions[0] !== undefined) {
      ids.push(id)
      codes.push(suggestions[0].code)
    }
    if (place % STRETCH === 0) await breathe()
  }
  const { coder, coder_who } = MODEL_CODER
  await sql`UPDATE change_statements AS s
    SET codes = ARRAY[n.code], coder = ${coder}, coder_who = ${coder_who}, coded_at = ${at}
    FROM unnest(${ids}::int[], ${codes}::text[]) AS n(id, code)
    WHERE s.id = n.id AND s.codes IS NULL`.execute(tx)
  return ids.length
}
