import { sql } from 'kysely'
import type { Actor } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { processIds } from '../processes/reach.ts'

/** Measures (`m`) in a process within reach. */
export const measuresWithin = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('change_measures as m')
    .selectAll('m')
    .select([
      sql<number>`(SELECT count(*) FROM change_evidence AS e WHERE e.measure_id = m.id)`.as('evidence'),
      sql<number>`(SELECT count(*) FROM change_postponements AS d WHERE d.measure_id = m.id)`.as('postponements'),
      sql<{ id: number; name: string; processes: string[] }[]>`(
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'name', q.name, 'processes', q.processes) ORDER BY q.id), '[]')
        FROM change_problems AS q JOIN change_measure_problems AS l ON l.problem_id = q.id
        WHERE l.measure_id = m.id)`.as('problems'),
    ])
    .where(sql<boolean>`m.processes && ${[...ids]}::text[]`)

export type MeasureRow = Awaited<ReturnType<ReturnType<typeof measuresWithin>['executeTakeFirstOrThrow']>>

export async function visibleMeasure(db: Db, id: number, who: Actor): Promise<MeasureRow | undefined> {
  return measuresWithin(db, await processIds(db, who))
    .where('m.id', '=', id)
    .executeTakeFirst()
}

/** A measure within reach; 404 otherwise. */
export async function findMeasure(db: Db, id: number, who: Actor): Promise<MeasureRow> {
  const row = await visibleMeasure(db, id, who)
  if (row === undefined) throw problem(problems.notFound)
  return row
}
