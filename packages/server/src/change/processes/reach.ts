import type { Reach } from '@otklik/model/access'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../platform/audit/index.ts'
import { reachOfActor } from '../../platform/audit/index.ts'
import { badField } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'

/**
 * Processes (`p`) with their authorities (`a`) within reach: whole ones, as services are. What is said of a process
 * is seen by whoever sees the process; a process of no authority and region belongs to the whole system.
 */
export function visibleProcess({ everything, authorities, regions }: Reach): RawBuilder<SqlBool> {
  if (everything) return sql`true`
  return sql`(coalesce(a.name = ANY(${[...authorities]}::text[]), false)
    OR coalesce(p.region = ANY(${[...regions]}::text[]), false))`
}

/** The processes within reach, by their ids. */
export async function processNames(db: Db, who: Actor): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('change_processes as p')
    .leftJoin('register_authorities as a', 'a.id', 'p.authority_id')
    .select(['p.id', 'p.name'])
    .where(visibleProcess(reachOfActor(who)))
    .orderBy('p.name')
    .orderBy('p.id')
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The ids of the processes within reach. */
export const processIds = async (db: Db, who: Actor): Promise<string[]> => [...(await processNames(db, who)).keys()]

/** Refuses processes that are not there for the caller. */
export async function requireProcesses(db: Db, ids: readonly string[], who: Actor, field = 'processes'): Promise<void> {
  const known = await processNames(db, who)
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined) throw badField(field, `Процесса «${unknown}» нет. Выберите процесс из списка.`)
}
