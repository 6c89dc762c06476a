import type { Reach } from '@otklik/model/access'
import { type RawBuilder, type SqlBool, sql } from 'kysely'

/**
 * Which records of the register are there for a caller: the own ones (services, authorities and offices of the authorities
 * and regions within reach) and what holds for the whole country. The aliases are those of the lists: `s` services, `a` their
 * authorities, `o` offices.
 */
type Condition = RawBuilder<SqlBool>

const everyone: Condition = sql`true`
const among = (column: RawBuilder<unknown>, values: readonly string[]): Condition =>
  sql`coalesce(${column} = ANY(${[...values]}::text[]), false)`

/** A service within reach whole, as `reachesService` has it. */
const ownService = ({ authorities, regions }: Reach): Condition =>
  sql`(${among(sql`a.name`, authorities)} OR ${among(sql`s.region`, regions)})`

/** … or a federal one. */
export const visibleService = (reach: Reach): Condition =>
  reach.everything ? everyone : sql`(s.region IS NULL OR ${ownService(reach)})`

/** An office within reach: what is seen of offices may be changed too. */
export function visibleOffice(reach: Reach): Condition {
  if (reach.everything) return everyone
  const keys = reach.offices.map(({ region, name }) => `${region}\n${name}`)
  return sql`(${among(sql`o.region`, reach.regions)} OR ${among(sql`a.name`, reach.authorities)}
    OR ${among(sql`o.region || chr(10) || o.name`, keys)})`
}

/** An authority within reach, and those that a seen service or office names. */
export function visibleAuthority(reach: Reach): Condition {
  if (reach.everything) return everyone
  return sql`(${among(sql`a.name`, reach.authorities)} OR ${among(sql`a.region`, reach.regions)}
    OR EXISTS (SELECT FROM register_services s WHERE s.authority_id = a.id AND ${visibleService(reach)})
    OR EXISTS (SELECT FROM register_offices o WHERE o.authority_id = a.id AND ${visibleOffice(reach)}))`
}

/** A region within reach, and those in which an authority within reach stands, has a service or an office. */
export function visibleRegion(reach: Reach): Condition {
  if (reach.everything) return everyone
  const whole = [...reach.regions, ...reach.offices.map(({ region }) => region)]
  return sql`(${among(sql`r.code`, whole)} OR EXISTS (
    SELECT FROM register_authorities a WHERE ${among(sql`a.name`, reach.authorities)} AND (a.region = r.code
      OR EXISTS (SELECT FROM register_services s WHERE s.authority_id = a.id AND s.region = r.code)
      OR EXISTS (SELECT FROM register_offices o WHERE o.authority_id = a.id AND o.region = r.code))))`
}

/** A norm for every service, and those of seen services. */
export const visibleNorm = (reach: Reach): Condition =>
  reach.everything
    ? everyone
    : sql`(n.service_id = '' OR EXISTS (
        SELECT FROM register_services s LEFT JOIN register_authorities a ON a.id = s.authority_id
        WHERE s.service_id = n.service_id AND ${visibleService(reach)}))`
