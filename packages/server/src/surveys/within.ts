import { type Reach, reachesAuthority } from '@otklik/model/access'
import { type RawBuilder, type SqlBool, sql } from 'kysely'

type Condition = RawBuilder<SqlBool>

/** Whether what belongs to an authority (`a`) is within reach: the authority itself is, or its region. */
export const reachesOwner = ({ everything, authorities, regions }: Reach): Condition =>
  everything
    ? sql`true`
    : sql`coalesce(a.name = ANY(${[...authorities]}::text[]) OR a.region = ANY(${[...regions]}::text[]), false)`

/** A questionnaire (`q`) of one's own part, or one for all. */
export const seenQuestionnaire = (reach: Reach): Condition => sql`(q.authority_id IS NULL OR ${reachesOwner(reach)})`

/** Whether one may change what belongs to this authority; null: it is for all. */
export function isOwn(
  reach: Reach,
  authority: { readonly name: string; readonly region: string | null } | null,
): boolean {
  if (reach.everything) return true
  if (authority === null) return false
  const { name, region } = authority
  return reachesAuthority(reach, name) || (region !== null && reach.regions.includes(region))
}
