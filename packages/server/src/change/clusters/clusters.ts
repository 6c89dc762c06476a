import type { AnswerOf, BodyOf, QueryOf } from '@otklik/model/api'
import type { codeCluster as codeRoute, listClusters as listRoute } from '@otklik/model/change/api'
import { clustersOf } from '@otklik/model/change/clusters'
import { sql } from 'kysely'
import type { Actor, Caller } from '../../platform/audit/index.ts'
import { ProblemError } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { codeStatement } from '../coding/code.ts'
import { stem } from '../language/stem.ts'
import { codedMeanwhile } from '../problems.ts'
import { processNames } from '../processes/reach.ts'

/** So many of the latest different texts are compared with one another: a second's work. */
const MOST = 1500
const EXAMPLES = 3
const SHOWN = 20

interface Uncoded {
  readonly id: number
  readonly text: string
  readonly copies: number
  readonly processes: readonly string[]
}

/** What the statements without a topic speak of, within reach. */
export async function listClusters(
  db: Db,
  ask: QueryOf<typeof listRoute>,
  who: Actor,
): Promise<AnswerOf<typeof listRoute>> {
  const names = await processNames(db, who)
  const texts = await uncodedTexts(db, [...names.keys()], ask)
  const rows = clustersOf(
    texts.map(({ text }) => text),
    stem,
  ).map(({ texts: members, words, patterns }) => {
    const own = members.flatMap((at) => texts[at] ?? [])
    return {
      words: [...words],
      patterns: [...patterns],
      said: own.reduce((sum, { copies }) => sum + copies, 0),
      statements: own.map(({ id }) => id),
      examples: own.slice(0, EXAMPLES).map(({ text }) => text),
      processNames: [...new Set(own.flatMap(({ processes }) => processes))].map((id) => names.get(id) ?? id),
    }
  })
  return { looked: texts.length, rows: rows.toSorted((one, other) => other.said - one.said).slice(0, SHOWN) }
}

/** The latest texts without a topic, those that say the same once. */
async function uncodedTexts(
  db: Db,
  ids: readonly string[],
  { process, source }: QueryOf<typeof listRoute>,
): Promise<Uncoded[]> {
  const { rows } = await sql<Uncoded>`
    SELECT min(id) AS id, (array_agg(text ORDER BY id))[1] AS text, count(*) AS copies,
      array_agg(DISTINCT process) AS processes
    FROM change_statements
    WHERE codes IS NULL AND filtered IS NULL AND process = ANY(${[...ids]}::text[])
      AND ${process === undefined ? sql`true` : sql`process = ${process}`}
      AND ${source === undefined ? sql`true` : sql`source = ${source}`}
    GROUP BY CASE WHEN twin > 0 THEN twin ELSE id END
    ORDER BY max(id) DESC LIMIT ${MOST}`.execute(db)
  return rows
}

/** Gives a topic to what is still without one when it is reached; each text can be taken back as if it had been coded alone. */
export async function codeCluster(
  db: Db,
  { code, statements }: BodyOf<typeof codeRoute>,
  caller: Caller,
): Promise<{ coded: number }> {
  const names = await processNames(db, caller.who)
  const left = await db
    .selectFrom('change_statements')
    .select('id')
    .where('id', 'in', statements)
    .where('codes', 'is', null)
    .where(sql<boolean>`process = ANY(${[...names.keys()]}::text[])`)
    .orderBy('id')
    .execute()
  let coded = 0
  for (const { id } of left) coded += await codeUncoded(db, id, code, caller)
  return { coded }
}

/** 0: somebody has coded it meanwhile, and that stands. */
async function codeUncoded(db: Db, id: number, code: string, caller: Caller): Promise<number> {
  try {
    return (await codeStatement(db, id, { codes: [code], over: null, blind: false }, caller)).coded
  } catch (error) {
    if (error instanceof ProblemError && error.code === codedMeanwhile.code) return 0
    throw error
  }
}
