import type { Reach } from '@otklik/model/access'
import { type ListState, PUBLIC_STATES } from '@otklik/model/certification'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { problem } from '../platform/problems/index.ts'
import { notYours } from './problems.ts'

type Condition = RawBuilder<SqlBool>
const everyone: Condition = sql`true`
const nobody: Condition = sql`false`

/** The objects are the draft of the single list: only those see a draft who see everything. */
export const visibleObject = ({ everything }: Reach): Condition => (everything ? everyone : nobody)

/** Editions (`l`): all, or those published for remarks and those that hold. */
export const visibleList = ({ everything }: Reach): Condition =>
  everything ? everyone : sql`l.state = ANY(${[...PUBLIC_STATES]}::text[])`

export const isListVisible = ({ everything }: Reach, state: ListState): boolean =>
  everything || PUBLIC_STATES.includes(state)

/** Entries (`e`) with their authorities as they are called now (`a`): `reachesService` for the database. */
export function visibleEntry({ everything, authorities, regions }: Reach): Condition {
  if (everything) return everyone
  return sql`(coalesce(a.name = ANY(${[...authorities]}::text[]), false)
    OR coalesce(e.region = ANY(${[...regions]}::text[]), false))`
}

/** Refuses who would change a list of all from a part of the system. */
export function requireEverything({ everything }: Reach): void {
  if (!everything) throw problem(notYours)
}
