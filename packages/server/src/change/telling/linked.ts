import type { Source } from '@otklik/model/change'
import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import { namer } from '../figures/input.ts'
import type { SaidThing } from './teller.ts'

/** A measure that people are to be told of. */
export interface MeasureToTell {
  readonly id: number
  readonly text: string
  readonly processes: readonly string[]
  readonly doneOn: string
}

/** What was said, before it was done, of the problems that a measure is for. */
export async function linkedStatements(
  db: Db,
  { processes, doneOn }: Pick<MeasureToTell, 'processes' | 'doneOn'>,
  problems: Awaited<ReturnType<typeof problemsOfMeasure>>,
  sources: readonly Source[],
): Promise<SaidThing[]> {
  const named = await namer(db, problems)
  const { rows } = await sql<SaidThing & { process: string; codes: string[] }>`
    SELECT source, key, process, codes FROM change_statements
    WHERE process = ANY(${[...processes]}::text[]) AND source = ANY(${[...sources]}::text[])
      AND cardinality(codes) > 0 AND day <= ${doneOn}
    ORDER BY id`.execute(db)
  return rows.filter((one) => named(one).length > 0).map(({ source, key }) => ({ source, key }))
}

export const problemsOfMeasure = (db: Db, id: number) =>
  db
    .selectFrom('change_problems as q')
    .innerJoin('change_measure_problems as l', 'l.problem_id', 'q.id')
    .select(['q.id', 'q.name', 'q.topics', 'q.processes'])
    .where('l.measure_id', '=', id)
    .orderBy('q.id')
    .execute()
