import type { QueryOf } from '@otklik/model/api'
import type { listStatements as route, Statement } from '@otklik/model/change/api'
import { wordsIn } from '@otklik/model/change/texts'
import { type Expression, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../platform/audit/index.ts'
import { type Page, rangeOf } from '../../platform/list.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { stem } from '../language/stem.ts'
import { processIds } from '../processes/reach.ts'
import { currentRubricator } from '../rubricator/current.ts'
import { statementOf, statementsOf } from './row.ts'

export type StatementsAsk = QueryOf<typeof route>

export async function listStatements(db: Db, ask: StatementsAsk, who: Actor): Promise<Page<Statement>> {
  const ids = await processIds(db, who)
  const found = statementsOf(db, ids).where(await asked(db, ask))
  const { limit, offset } = rangeOf(ask)
  const [{ total }, rows] = await Promise.all([
    found
      .clearSelect()
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    found.orderBy('s.day', 'desc').orderBy('s.id', 'desc').limit(limit).offset(offset).execute(),
  ])
  return { total, rows: rows.map(statementOf) }
}

type Condition = Expression<SqlBool>
const every: Condition = sql`true`

const STATES: Readonly<Record<NonNullable<StatementsAsk['state']>, Condition>> = {
  uncoded: sql`(s.codes IS NULL AND s.filtered IS NULL)`,
  coded: sql`s.codes IS NOT NULL`,
  filtered: sql`s.filtered IS NOT NULL`,
}

async function asked(db: Db, ask: StatementsAsk): Promise<Condition> {
  const { process, code, source, state, from, to, find } = ask
  const conditions: Condition[] = [
    process === undefined ? every : sql`s.process = ${process}`,
    source === undefined ? every : sql`s.source = ${source}`,
    code === undefined ? every : sql`${code} = ANY(s.codes)`,
    state === undefined ? every : STATES[state],
    from === undefined ? every : sql`s.day >= ${from}`,
    to === undefined ? every : sql`left(s.day, 7) <= ${to}`,
    ...wordsIn(find ?? '').map(({ word }): Condition => sql`strpos(s.stems, ${` ${stem(word)} `}) > 0`),
    await ofStage(db, ask.stage),
  ]
  return sql<SqlBool>`${sql.join(conditions, sql` AND `)}`
}

async function ofStage(db: Db, stage: string | undefined): Promise<Condition> {
  if (stage === undefined) return every
  const { topics } = await currentRubricator(db)
  const codes = topics.filter((topic) => topic.stage === stage).map(({ code }) => code)
  return sql`s.codes && ${codes}::text[]`
}
