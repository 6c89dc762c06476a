import type { Source } from '@otklik/model/change'
import type { Db } from '../../platform/postgres/open.ts'

export interface ToldNews {
  readonly news: string
  readonly at: Date
}

/**
 * What the author of something was told came of it, the latest first: the page of their code shows it.
 * @param sources as which it may have been handed over.
 */
export const toldOf = (db: Db, sources: readonly Source[], key: string): Promise<ToldNews[]> =>
  db
    .selectFrom('change_told')
    .select(['news', 'at'])
    .where('source', 'in', sources)
    .where('key', '=', key)
    .orderBy('at', 'desc')
    .orderBy('measure_id', 'desc')
    .execute()

/** How many people a measure was told to, by the way. */
export async function toldCounts(db: Db, measure: number): Promise<{ letters: number; pages: number }> {
  const rows = await db
    .selectFrom('change_told')
    .select(({ fn }) => ['way', fn.countAll<number>().as('count')])
    .where('measure_id', '=', measure)
    .groupBy('way')
    .execute()
  const count = (way: 'letter' | 'page'): number => rows.find((row) => row.way === way)?.count ?? 0
  return { letters: count('letter'), pages: count('page') }
}
