import type { QueryOf } from '@otklik/model/api'
import { rightsOfPrincipal } from '@otklik/model/access'
import type { Source } from '@otklik/model/change'
import type { listProblems as listRoute, ProblemRecord, ProblemWhole } from '@otklik/model/change/api'
import { closedQuarter } from '@otklik/model/change/periods'
import { PROBLEMS } from '@otklik/model/change/problems'
import { dayOf } from '@otklik/model/days'
import { sql } from 'kysely'
import type { Actor, Caller } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { painFigures } from '../figures/figures.ts'
import { namer } from '../figures/input.ts'
import { processNames } from '../processes/reach.ts'
import { findProblem, type ProblemRow, problemsWithin, recordOf } from './record.ts'
import { isQuotable, quotesOf } from './quotes.ts'

export async function listProblems(
  db: Db,
  ask: QueryOf<typeof listRoute>,
  who: Actor,
): Promise<{ rows: ProblemRecord[] }> {
  const names = await processNames(db, who)
  const { process, state, source } = ask
  const rows = await problemsWithin(db, [...names.keys()])
    .$if(state !== undefined, (query) => query.where('q.state', '=', state ?? 'open'))
    .$if(process !== undefined, (query) => query.where(sql<boolean>`${process} = ANY(q.processes)`))
    .orderBy('q.id', 'desc')
    .execute()
  const found = source === undefined ? rows : await namedFrom(db, rows, { source, processes: [...names.keys()] })
  return { rows: found.map((row) => recordOf(row, names)) }
}

interface SaidFrom {
  readonly source: Source
  readonly processes: readonly string[]
}

/** The problems that something from the source names. */
async function namedFrom(
  db: Db,
  rows: readonly ProblemRow[],
  { source, processes }: SaidFrom,
): Promise<readonly ProblemRow[]> {
  const named = await namer(db, rows)
  const { rows: said } = await sql<{ process: string; codes: string[] }>`
    SELECT DISTINCT process, codes FROM change_statements
    WHERE source = ${source} AND codes IS NOT NULL AND process = ANY(${[...processes]}::text[])`.execute(db)
  const ids = new Set(said.flatMap(named))
  return rows.filter(({ id }) => ids.has(String(id)))
}

/** A problem with its figures in a period, by default the last quarter that is over. */
export async function readProblem(
  db: Db,
  id: number,
  asked: string | undefined,
  caller: Caller,
): Promise<ProblemWhole> {
  const { who, at } = caller
  const row = await findProblem(db, id, who)
  const names = await processNames(db, who)
  const period = asked ?? closedQuarter(dayOf(at))
  const figures = await painFigures(db, { period }, caller)
  const facts = {
    worded: true,
    backed: row.topics.length + row.links.length,
    openMeasures: row.open,
    verifiedMeasures: row.verified,
    reason: true,
  }
  return {
    ...recordOf(row, names),
    period,
    rows: figures.rows.filter((one) => one.problem === id),
    quotes: await quotesOf(db, id, [...names.keys()]),
    quotable: await isQuotable(db, row, [...names.keys()]),
    allowed: PROBLEMS.eventsFor(row.state, facts, who === 'system' ? [] : rightsOfPrincipal(who)),
  }
}
