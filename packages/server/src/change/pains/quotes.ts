import { comparableGroups } from '@otklik/model/change/rubricator'
import { sql } from 'kysely'
import { type Caller, recordAudit } from '../../platform/audit/index.ts'
import { badField, problem } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { processIds } from '../processes/reach.ts'
import { tooFewToQuote } from '../problems.ts'
import { currentRubricator } from '../rubricator/current.ts'
import { findProblem, type ProblemRow } from './record.ts'

export interface Quote {
  readonly statement: number
  readonly text: string
}
/** Fewer could be told by what they wrote. */
const FEWEST_NAMED = 5

export const quotesOf = (db: Db, id: number, ids: readonly string[]): Promise<Quote[]> =>
  db
    .selectFrom('change_quotes as q')
    .innerJoin('change_statements as s', 's.id', 'q.statement_id')
    .select(['s.id as statement', 's.text'])
    .where('q.problem_id', '=', id)
    .where(sql<boolean>`s.process = ANY(${[...ids]}::text[])`)
    .orderBy('q.place')
    .execute()

async function namingOf(db: Db, row: ProblemRow, ids: readonly string[]) {
  const comparable = comparableGroups(await currentRubricator(db))
  const codes = row.topics.flatMap((topic) => comparable.get(topic) ?? [topic])
  const processes = row.processes.filter((id) => ids.includes(id))
  return db
    .selectFrom('change_statements as s')
    .where(sql<boolean>`s.process = ANY(${processes}::text[])`)
    .where(sql<boolean>`s.codes && ${codes}::text[]`)
}

export async function isQuotable(db: Db, row: ProblemRow, ids: readonly string[]): Promise<boolean> {
  const { n } = await (await namingOf(db, row, ids)).select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()
  return n >= FEWEST_NAMED
}

/** Chooses up to three texts that name the problem as its quotes, in the order given. */
export async function chooseQuotes(
  db: Db,
  id: number,
  statements: readonly number[],
  caller: Caller,
): Promise<Quote[]> {
  const { who, from, at } = caller
  const ids = await processIds(db, who)
  const row = await findProblem(db, id, who)
  if (statements.length > 0 && !(await isQuotable(db, row, ids))) throw problem(tooFewToQuote, FEWEST_NAMED)
  const naming = await (await namingOf(db, row, ids)).select('s.id').execute()
  const known = new Set(naming.map((one) => one.id))
  const foreign = statements.find((one) => !known.has(one))
  if (foreign !== undefined)
    throw badField('statements', `Высказывание № ${foreign} не называет эту проблему. Выберите другое.`)
  return db.transaction().execute(async (tx) => {
    await tx.deleteFrom('change_quotes').where('problem_id', '=', id).execute()
    const rows = statements.map((statement_id, place) => ({ problem_id: id, statement_id, place }))
    if (rows.length > 0) await tx.insertInto('change_quotes').values(rows).execute()
    const after = { statements }
    await recordAudit(tx, { who, what: 'problem.quoted', subject: `problem:${id}`, after, from, at })
    return quotesOf(tx, id, ids)
  })
}
