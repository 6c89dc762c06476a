import { SYSTEM } from '../../platform/audit/index.ts'
import { EVERYTHING, type Reach, reachesService } from '@otklik/model/access'
import type { ServiceFields } from '@otklik/model/register/api'
import { serviceKinds, termUnits } from '@otklik/model/exchange'
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { waitForLock } from '../../platform/postgres/locks.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { ensureAuthorities } from '../authorities.ts'
import { type Occasion, recordChanges } from '../history.ts'
import { type ServiceKey, serviceId } from '../keys.ts'
import { fieldsOf, keyOf, rowOf, withAuthority } from './services.ts'
import { storable, tidy, tidyList, tidyOrNull } from '../../platform/text.ts'

/** An accepted row of a `services` file: the columns of the format, '' where a cell is empty, `region` as its code. */
export interface ServiceFileRow {
  readonly service_id: string
  readonly subservice_id: string
  readonly name: string
  readonly authority: string
  readonly region: string
  readonly kind: string
  readonly term_days: number | null
  readonly term_unit: string
  readonly fee: string
  /** Several, with `|` between. */
  readonly life_situations: string
}
export interface AppliedServices {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Services that are another's and that the file would have changed, by their numbers. */
  readonly passedOver: readonly string[]
}
interface Given {
  readonly key: ServiceKey
  readonly fields: ServiceFields
}

/**
 * Brings the register to what an accepted `services` file says. Of rows with one key the later counts; a record that
 * the file doesn't change gets no history. A record that the sender doesn't reach stays as it is: whose a service is
 * decides who sees its requests. What the package did is audited by the caller, with the returned counts.
 */
export async function applyServices(
  tx: Tx,
  rows: Iterable<ServiceFileRow>,
  from: { readonly package: number; readonly at: Date; readonly reach?: Reach },
): Promise<AppliedServices> {
  const { reach = EVERYTHING, ...sent } = from
  const given = new Map([...rows].map(read).map((row) => [serviceId(row.key), row]))
  if (given.size === 0) return { added: 0, changed: 0, unchanged: 0, passedOver: [] }
  await waitForLock(tx, 'registeredServices')
  const occasion: Occasion = { ...sent, by: SYSTEM }
  const others = await othersAmong(tx, given, reach)
  const names = [...given].flatMap(([id, { fields }]) => (others.has(id) ? [] : (fields.authority ?? [])))
  const authorities = await ensureAuthorities(tx, names, occasion)
  const known = await lockKnown(
    tx,
    [...given.values()].map(({ key }) => key),
  )
  const different = [...given].filter(([id, { fields }]) => !isDeepStrictEqual(known.get(id), fields))
  const news = different.filter(([id]) => !others.has(id))
  await upsert(
    tx,
    news.map(([, { key, fields }]) => rowOf(key, fields, authorities)),
  )
  const changes = news.map(([id, { fields }]) => ({
    kind: 'services' as const,
    id,
    before: known.get(id) ?? null,
    after: fields,
  }))
  await recordChanges(tx, changes, occasion)
  const added = news.filter(([id]) => !known.has(id)).length
  const passedOver = different.flatMap(([id]) => (others.has(id) ? [id] : []))
  return { added, changed: news.length - added, unchanged: given.size - different.length, passedOver }
}

/** Those whose number stands in the register, with or without a variant, for a service that is out of reach. */
async function othersAmong(tx: Tx, given: ReadonlyMap<string, Given>, reach: Reach): Promise<ReadonlySet<string>> {
  if (reach.everything) return new Set()
  const numbers = [...new Set([...given.values()].map(({ key }) => key.service))]
  const rows = await withAuthority(tx)
    .select(['s.service_id', 's.region', 'a.name as authority'])
    .where(sql<boolean>`s.service_id = ANY(${numbers}::text[])`)
    .execute()
  const taken = new Set(rows.filter((row) => !reachesService(reach, row)).map(({ service_id }) => service_id))
  return new Set([...given].filter(([, { key }]) => taken.has(key.service)).map(([id]) => id))
}

function read(row: ServiceFileRow): Given {
  return {
    key: { service: row.service_id, subservice: storable(row.subservice_id) },
    fields: {
      name: tidy(row.name),
      authority: tidyOrNull(row.authority),
      region: row.region || null,
      kind: serviceKinds.find((kind) => kind === row.kind) ?? null,
      termDays: row.term_days,
      termUnit: termUnits.find((unit) => unit === row.term_unit) ?? null,
      fee: tidyOrNull(row.fee),
      lifeSituations: tidyList(row.life_situations.split('|')),
    },
  }
}

/** In the order of keys, as every writer of many rows locks them. */
async function lockKnown(tx: Tx, keys: readonly ServiceKey[]): Promise<ReadonlyMap<string, ServiceFields>> {
  const wanted = sql<{ service: string; subservice: string }>`
    jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS wanted (service text, subservice text)`
  const rows = await withAuthority(tx)
    .selectAll('s')
    .select('a.name as authority')
    .where(sql<boolean>`(s.service_id, s.subservice_id) IN (SELECT service, subservice FROM ${wanted})`)
    .orderBy('s.service_id')
    .orderBy('s.subservice_id')
    .forUpdate('s')
    .execute()
  return new Map(rows.map((row) => [serviceId(keyOf(row)), fieldsOf(row)]))
}

/** One statement for any number of rows, given as JSON: PostgreSQL takes at most 65,535 parameters. */
async function upsert(tx: Tx, rows: readonly ReturnType<typeof rowOf>[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    INSERT INTO register_services
      (service_id, subservice_id, name, authority_id, region, kind, term_days, term_unit, fee, life_situations, folded)
    SELECT service_id, subservice_id, name, authority_id, region, kind, term_days, term_unit, fee, life_situations, folded
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given (
      service_id text, subservice_id text, name text, authority_id integer, region text, kind text,
      term_days integer, term_unit text, fee text, life_situations text[], folded text)
    ON CONFLICT (service_id, subservice_id) DO UPDATE SET
      name = excluded.name, authority_id = excluded.authority_id, region = excluded.region, kind = excluded.kind,
      term_days = excluded.term_days, term_unit = excluded.term_unit, fee = excluded.fee,
      life_situations = excluded.life_situations, folded = excluded.folded`.execute(tx)
}
