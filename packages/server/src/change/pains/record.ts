import type { ProblemRecord } from '@otklik/model/change/api'
import { OPEN_MEASURES } from '@otklik/model/change/measures'
import { sql } from 'kysely'
import type { Actor } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { processIds, processNames } from '../processes/reach.ts'

/** Problems (`q`) of a process within reach, with how far their measures are. */
export const problemsWithin = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('change_problems as q')
    .selectAll('q')
    .select([measuresIn([...OPEN_MEASURES, 'done']).as('open'), measuresIn(['verified']).as('verified')])
    .where(sql<boolean>`q.processes && ${[...ids]}::text[]`)

const measuresIn = (states: readonly string[]) =>
  sql<number>`(SELECT count(*) FROM change_measures AS m JOIN change_measure_problems AS l ON l.measure_id = m.id
    WHERE l.problem_id = q.id AND m.state = ANY(${[...states]}::text[]))`

export type ProblemRow = Awaited<ReturnType<ReturnType<typeof problemsWithin>['executeTakeFirstOrThrow']>>

export async function findProblem(db: Db, id: number, who: Actor): Promise<ProblemRow> {
  const row = await problemsWithin(db, await processIds(db, who))
    .where('q.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw problem(problems.notFound)
  return row
}

/** Of its processes only those are named that the reader sees. */
export function recordOf(row: ProblemRow, names: ReadonlyMap<string, string>): ProblemRecord {
  const processes = row.processes.filter((id) => names.has(id))
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    stage: row.stage,
    feasibility: row.feasibility,
    flag: row.flag,
    flagReason: row.flag_reason,
    topics: row.topics,
    processes,
    processNames: processes.map((id) => names.get(id) ?? id),
    links: row.links,
    state: row.state,
    reason: row.reason,
    made: { at: row.made_at.toISOString(), by: row.made_by },
    openMeasures: row.open,
    verifiedMeasures: row.verified,
  }
}

export async function readRecord(db: Db, id: number, who: Actor): Promise<ProblemRecord> {
  const [row, names] = await Promise.all([findProblem(db, id, who), processNames(db, who)])
  return recordOf(row, names)
}
