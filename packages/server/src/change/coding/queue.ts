import type { AnswerOf, QueryOf } from '@otklik/model/api'
import type { Source } from '@otklik/model/change'
import type { readCoding as route, Statement } from '@otklik/model/change/api'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, nameOf } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { currentSuggester } from '../learning/suggester.ts'
import { processIds } from '../processes/reach.ts'
import { statementOf, statementsOf } from '../statements/row.ts'
import { lastCoding } from './undo.ts'

type Coding = AnswerOf<typeof route>

/** One text of twenty goes to a second coder (5 %): always the same, whoever looks. */
export const SECOND_OF = 20

/** The next texts to code, those said most often first; or those that a second coder is to look at. */
export async function readCoding(db: Db, ask: QueryOf<typeof route>, who: Actor): Promise<Coding> {
  const reach = await processIds(db, who)
  const ids = ask.process === undefined ? reach : reach.filter((id) => id === ask.process)
  const me = nameOf(who)
  const { limit = 10, blind = false, source } = ask
  const { suggest, state } = await currentSuggester(db)
  const rows = await statementsOf(db, ids)
    .where(blind ? waitsForSecond(me) : firstUncoded(ids, source))
    .where(from(source))
    .orderBy('copies', 'desc')
    .orderBy('s.id')
    .limit(limit)
    .execute()
  const tasks = rows.map(statementOf).map((task) => ({
    ...(blind ? unseen(task) : task),
    suggestions: suggest(task.text).suggestions.map((one) => ({ ...one, because: [...one.because] })),
  }))
  const last = await lastCoding(db, me)
  const undo = last && { statement: last.statement_id, text: last.text }
  return { tasks, ...(await countsOf(db, ids, { me, source })), model: state, undo: undo ?? null }
}

/** What the first coder thought is not to be seen. */
const unseen = (task: Statement): Statement => ({ ...task, codes: null, coder: null })

const UNCODED: RawBuilder<SqlBool> = sql`s.codes IS NULL AND s.filtered IS NULL`

const from = (source: Source | undefined, table = 's'): RawBuilder<SqlBool> =>
  source === undefined ? sql`true` : sql`${sql.ref(`${table}.source`)} = ${source}`

/** The first of those that say the same, among the processes and the source asked about. */
const firstUncoded = (ids: readonly string[], source: Source | undefined): RawBuilder<SqlBool> =>
  sql`${UNCODED} AND NOT EXISTS (SELECT FROM change_statements AS e WHERE e.twin = s.twin AND e.id < s.id
    AND e.codes IS NULL AND e.filtered IS NULL AND e.process = ANY(${[...ids]}::text[]) AND ${from(source, 'e')})`

const waitsForSecond = (me: string): RawBuilder<SqlBool> =>
  sql`s.id % ${SECOND_OF} = 0 AND s.codes IS NOT NULL AND s.second_codes IS NULL
    AND s.coder_who NOT IN ('model', ${me})`

interface Asker {
  readonly me: string
  readonly source: Source | undefined
}

async function countsOf(db: Db, ids: readonly string[], { me, source }: Asker) {
  const count = (condition: RawBuilder<SqlBool>) => sql<number>`count(*) FILTER (WHERE ${condition})`
  return db
    .selectFrom('change_statements as s')
    .select([
      count(UNCODED).as('left'),
      count(sql`s.codes IS NOT NULL`).as('coded'),
      count(sql`s.codes IS NULL AND s.filtered IS NOT NULL`).as('filtered'),
      count(waitsForSecond(me)).as('blind'),
    ])
    .where(sql<boolean>`s.process = ANY(${[...ids]}::text[])`)
    .where(from(source))
    .executeTakeFirstOrThrow()
}
