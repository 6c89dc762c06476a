import type { Statement } from '@otklik/model/change/api'
import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'

/** Statements (`s`) of these processes, with their names and how many say the same. */
export const statementsOf = (db: Db, processes: readonly string[]) =>
  db
    .selectFrom('change_statements as s')
    .innerJoin('change_processes as p', 'p.id', 's.process')
    .selectAll('s')
    .select('p.name as processName')
    .select(
      sql<number>`(SELECT count(*) FROM change_statements AS t
        WHERE t.twin = s.twin AND t.process = ANY(${[...processes]}::text[]))`.as('copies'),
    )
    .where(sql<boolean>`s.process = ANY(${[...processes]}::text[])`)

export type StatementRow = Awaited<ReturnType<ReturnType<typeof statementsOf>['executeTakeFirstOrThrow']>>

export const statementOf = (row: StatementRow): Statement => ({
  id: row.id,
  source: row.source,
  process: row.process,
  processName: row.processName,
  channel: row.channel,
  day: row.day,
  text: row.text,
  rating: row.rating,
  codes: row.codes,
  coder: row.coder,
  filtered: row.filtered,
  copies: row.copies,
})
