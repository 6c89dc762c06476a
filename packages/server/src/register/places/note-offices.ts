import { SYSTEM } from '../../platform/audit/index.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/postgres/open.ts'
import { ensureAuthorities } from '../authorities.ts'
import { type Occasion, recordChanges } from '../history.ts'
import type { OfficeKey } from '../deps.ts'
import { requireZone } from './regions.ts'
import { fold, storable, tidyOrNull } from '../../platform/text.ts'

/** An office as requests name it; the rest is kept only where the office is new. */
export interface NotedOffice extends OfficeKey {
  readonly authority?: string
  /** IANA name. */
  readonly zone?: string
}

/**
 * Adds the offices that the register doesn't have yet, as requests name them: region's code and name to the letter.
 * Pairs without a name or of a region that isn't in the register are passed over. Returns how many were added.
 */
export async function noteOffices(
  tx: Tx,
  offices: readonly NotedOffice[],
  from: { readonly package?: number; readonly at: Date } = { at: new Date() },
): Promise<number> {
  const missing = await missingOf(tx, offices)
  if (missing.length === 0) return 0
  const occasion: Occasion = { ...from, by: SYSTEM }
  const names = missing.flatMap(({ authority }) => authority ?? [])
  const authorities = await ensureAuthorities(tx, names, occasion)
  const rows = missing.map(({ authority, ...office }) => ({
    ...office,
    authority_id: authority === null ? null : (authorities.get(authority) ?? null),
    folded: fold(office.name),
  }))
  const { rows: made } = await sql<{ id: number; region: string; name: string }>`
    INSERT INTO register_offices (region, name, authority_id, zone, folded)
    SELECT region, name, authority_id, zone, folded
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS given (region text, name text, authority_id integer, zone text, folded text)
    ORDER BY region, name
    ON CONFLICT DO NOTHING
    RETURNING id, region, name`.execute(tx)
  const byKey = new Map(missing.map((office) => [keyOf(office), office]))
  const changes = made.map(({ id, ...key }) => ({
    kind: 'offices' as const,
    id: String(id),
    before: null,
    after: { ...byKey.get(keyOf(key)) },
  }))
  await recordChanges(tx, changes, occasion)
  return made.length
}

const keyOf = ({ region, name }: OfficeKey): string => `${region}\n${name}`

/** Those to add, in the form of the history. One reading question, so that a day without news costs next to nothing. */
async function missingOf(tx: Tx, offices: readonly NotedOffice[]) {
  const given = new Map(offices.map((office) => [keyOf(office), { ...office, name: storable(office.name) }]))
  const pairs = [...given.values()].map(({ region, name }) => ({ region: storable(region), name }))
  const { rows } = await sql<OfficeKey>`
    SELECT given.region, given.name
    FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS given (region text, name text)
    JOIN register_regions ON code = given.region
    WHERE given.name <> '' AND NOT EXISTS (
      SELECT FROM register_offices AS known WHERE known.region = given.region AND known.name = given.name)`.execute(tx)
  return rows.map((key) => {
    const { authority = null, zone = null } = given.get(keyOf(key)) ?? {}
    if (zone !== null) requireZone(zone)
    return { name: key.name, region: key.region, authority: tidyOrNull(authority), zone }
  })
}
