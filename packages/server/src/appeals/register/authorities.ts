import type { Actor } from '../../platform/audit/index.ts'
import { reachOfActor } from '../../platform/audit/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { problem } from '../../platform/problems/index.ts'
import { foreignAuthority } from '../problems.ts'
import { visibleAuthority } from '../reach.ts'

export interface NamedAuthority {
  readonly id: number
  readonly name: string
}

/** The authorities within reach, by name. */
export const authoritiesOf = (db: Db | Tx, who: Actor): Promise<NamedAuthority[]> =>
  db
    .selectFrom('register_authorities as a')
    .select(['a.id', 'a.name'])
    .where(visibleAuthority(who))
    .orderBy('a.name')
    .execute()

/** An authority within reach; null, all of them, is for those who reach everything. Throws `not_your_authority`. */
export async function requireAuthority(tx: Tx, id: number | null, who: Actor): Promise<NamedAuthority | null> {
  if (id === null) {
    if (!reachOfActor(who).everything) throw problem(foreignAuthority)
    return null
  }
  const found = await tx
    .selectFrom('register_authorities as a')
    .select(['a.id', 'a.name'])
    .where('a.id', '=', id)
    .where(visibleAuthority(who))
    .executeTakeFirst()
  if (found === undefined) throw problem(foreignAuthority)
  return found
}
