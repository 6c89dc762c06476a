import { type Reach, reachesAuthority, reachesService } from '@otklik/model/access'
import { sql } from 'kysely'
import { badField, problem, problems } from '../platform/problems/index.ts'
import type { Tx } from '../platform/postgres/open.ts'
import { notYours } from './problems.ts'
import { unknownRegion } from './places/regions.ts'
import { visibleRegion } from './reach.ts'

interface Placed {
  readonly authority: string | null
  readonly region: string | null
}

/** Refuses a service that is not the editor's own whole: 404 where it isn't seen either, also where there is none. */
export function requireOwnService(reach: Reach, before: Placed | null): void {
  if (reach.everything) return
  if (before !== null && reachesService(reach, before)) return
  // Adding one would bring the requests that name its number within reach.
  if (before === null || before.region !== null) throw problem(problems.notFound)
  throw problem(notYours)
}

/**
 * Refuses to move a record out of the editor's part or into it. An authority or a region out of reach is unknown here, as
 * one that doesn't exist.
 */
export async function requireOwnPlace(tx: Tx, reach: Reach, before: Placed, after: Placed): Promise<void> {
  if (reach.everything) return
  if (after.authority !== before.authority) await requireOwnAuthority(tx, reach, after.authority)
  if (after.region !== before.region) await requireOwnRegion(tx, reach, after.region)
  if (!reachesService(reach, after)) throw badField('authority', 'Укажите орган, услуги которого вы ведёте.')
}

/** Null names no authority. */
export async function requireOwnAuthority(tx: Tx, reach: Reach, name: string | null): Promise<void> {
  if (name === null || reachesAuthority(reach, name)) return
  const found = await tx
    .selectFrom('register_authorities')
    .select('id')
    .where('name', '=', name)
    .where(sql<boolean>`region = ANY(${[...reach.regions]}::text[])`)
    .executeTakeFirst()
  if (found === undefined) throw badField('authority', `Органа «${name}» нет среди тех, чьи услуги вы ведёте.`)
}

/** Null would make the record federal: that is for those who reach everything. */
export async function requireOwnRegion(tx: Tx, reach: Reach, code: string | null): Promise<void> {
  if (reach.everything) return
  if (code === null) throw badField('region', 'Укажите субъект: федеральные записи ведут не здесь.')
  const found = await tx
    .selectFrom('register_regions as r')
    .select('r.code')
    .where('r.code', '=', code)
    .where(visibleRegion(reach))
    .executeTakeFirst()
  if (found === undefined) throw unknownRegion(code)
}
