import type { Reach } from '@otklik/model/access'
import type { ListState, YearFacts } from '@otklik/model/certification'
import { reachOfActor, type Actor } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { visibleEntry, visibleList } from '../reach.ts'

/** An object as a list of a year has it. */
export interface YearEntry {
  readonly id: number
  readonly object_id: number
  readonly version: number
  readonly name: string
  readonly authority: string | null
  readonly facts: YearFacts | null
  readonly list_id: number
  readonly year: number
  readonly list_state: ListState
}

/** Entries (`e`) of lists of years (`l`) within reach. */
export const yearEntries = (db: Db, reach: Reach) =>
  db
    .selectFrom('certification_entries as e')
    .innerJoin('certification_lists as l', 'l.id', 'e.list_id')
    .leftJoin('register_authorities as a', 'a.id', 'e.authority_id')
    .where('l.kind', '=', 'year')
    .where(visibleList(reach))
    .where(visibleEntry(reach))

/** One of them; 404 where there is none within reach. */
export async function yearEntry(db: Db, id: number, who: Actor): Promise<YearEntry> {
  const row = await yearEntries(db, reachOfActor(who))
    .select(['e.id', 'e.object_id', 'e.version', 'e.name', 'e.authority', 'e.facts', 'e.list_id'])
    .select(['l.year', 'l.state as list_state'])
    .where('e.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw problem(problems.notFound)
  return { ...row, year: row.year ?? 0 }
}
