import { countHits, hitFinder, parsePattern, patternKey } from '@otklik/model/change/rubricator'
import { wordsIn } from '@otklik/model/change/texts'
import type { Actor } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { stem } from '../language/stem.ts'
import { processIds } from '../processes/reach.ts'

/** Enough to see what a pattern does, few enough to count between two keys. */
const LOOKED_AT = 5000

export interface PatternHits {
  readonly texts: number
  readonly any: number
  readonly patterns: { word: string; hits: number | null }[]
}

/** How many of the latest texts within reach each pattern hits, and any of them. */
export async function countTopicHits(db: Db, words: readonly string[], who: Actor): Promise<PatternHits> {
  const ids = await processIds(db, who)
  const rows = await db
    .selectFrom('change_statements')
    .select('text')
    .where('process', 'in', ids.length === 0 ? [''] : ids)
    .where('filtered', 'is', null)
    .orderBy('id', 'desc')
    .limit(LOOKED_AT)
    .execute()
  const known = words.filter((word) => parsePattern(word) !== undefined)
  const finder = hitFinder({ edition: 1, topics: [{ code: 'asked', name: '-', words: known }] }, stem)
  const texts = rows.map(({ text }) => wordsIn(text))
  const counts = countHits(finder, texts)
  return {
    texts: texts.length,
    any: texts.filter((text) => finder(text).length > 0).length,
    patterns: words.map((word) => ({
      word,
      hits: known.includes(word) ? (counts.get(patternKey('asked', word)) ?? 0) : null,
    })),
  }
}
