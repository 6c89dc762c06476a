import type { Actor } from '../platform/audit/index.ts'
import { reachOfActor } from '../platform/audit/index.ts'
import { type RawBuilder, type SqlBool, sql } from 'kysely'

/**
 * Which appeals (`p`, with their authorities `a`) there are for a caller: those of authorities and regions within reach;
 * for an executor those alone that are assigned to them.
 */
export function visibleAppeal(who: Actor): RawBuilder<SqlBool> {
  const { everything, authorities, regions } = reachOfActor(who)
  const within = everything
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(a.name = ANY(${[...authorities]}::text[]) OR coalesce(a.region = ANY(${[...regions]}::text[]), false))`
  const id = executorId(who)
  return id === null ? within : sql<SqlBool>`(${within} AND coalesce(p.executor = ${id}, false))`
}

/** The same for authorities alone. */
export function visibleAuthority(who: Actor): RawBuilder<SqlBool> {
  const { everything, authorities, regions } = reachOfActor(who)
  if (everything) return sql`true`
  return sql`(a.name = ANY(${[...authorities]}::text[]) OR coalesce(a.region = ANY(${[...regions]}::text[]), false))`
}

/** Whose own appeals alone are seen; null: the role sees all within reach. */
const executorId = (who: Actor): string | null =>
  who !== 'system' && who.kind === 'user' && who.as?.role === 'executor' ? who.id : null
