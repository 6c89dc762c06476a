import type { RubricatorEdition } from '@otklik/model/change/api'
import { BUILT_IN_RUBRICATOR, type Rubricator } from '@otklik/model/change/rubricator'
import { sql } from 'kysely'
import type { Actor } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { processIds } from '../processes/reach.ts'

/** The edition in force; what the program brings until somebody has made another. */
export async function currentRubricator(db: Db): Promise<Rubricator> {
  const row = await db
    .selectFrom('change_rubricators')
    .select(['edition', 'topics'])
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? BUILT_IN_RUBRICATOR
}

/** An edition with how often its topics were given to what the caller sees. */
export async function readRubricator(db: Db, edition: number | undefined, who: Actor): Promise<RubricatorEdition> {
  const { edition: last } = await currentRubricator(db)
  const asked = edition ?? last
  const row = await db.selectFrom('change_rubricators').selectAll().where('edition', '=', asked).executeTakeFirst()
  if (row === undefined && asked !== BUILT_IN_RUBRICATOR.edition) throw problem(problems.notFound)
  return {
    edition: asked,
    topics: row?.topics ?? BUILT_IN_RUBRICATOR.topics,
    made: row ? { at: row.made_at.toISOString(), by: row.made_by } : null,
    coded: await codedByTopic(db, who),
    editions: last,
  }
}

async function codedByTopic(db: Db, who: Actor): Promise<Record<string, number>> {
  const ids = await processIds(db, who)
  const { rows } = await sql<{ code: string; n: number }>`
    SELECT code, count(*) AS n FROM change_statements, unnest(codes) AS code
    WHERE process = ANY(${ids}::text[]) GROUP BY code`.execute(db)
  return Object.fromEntries(rows.map(({ code, n }) => [code, n]))
}
