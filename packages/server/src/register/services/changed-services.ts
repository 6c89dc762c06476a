import type { ServiceFields } from '@otklik/model/register/api'
import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import { parseServiceId } from '../keys.ts'

/** A service as a `services` file writes it. */
export type ServiceCells = Readonly<Record<string, string>>

/**
 * Services that people changed on a day (by Moscow time), as they stood at its end, by number. Where a file changed the
 * service after them, the file has it.
 * @param date ISO day.
 */
export async function servicesChangedOn(db: Db, date: string): Promise<ServiceCells[]> {
  const { rows } = await sql<{ record: string; after: ServiceFields }>`
    SELECT record, after FROM (
      SELECT DISTINCT ON (record) record, after, package FROM register_changes
      WHERE kind = 'services' AND (at AT TIME ZONE 'Europe/Moscow')::date = ${date}::date
      ORDER BY record, id DESC
    ) AS last WHERE package IS NULL ORDER BY record`.execute(db)
  return rows.flatMap(({ record, after }) => {
    const key = parseServiceId(record)
    return key ? [{ service_id: key.service, subservice_id: key.subservice, ...cellsOf(after) }] : []
  })
}

const cellsOf = (fields: ServiceFields): ServiceCells => ({
  name: fields.name,
  authority: fields.authority ?? '',
  region: fields.region ?? '',
  kind: fields.kind ?? '',
  term_days: fields.termDays === null ? '' : String(fields.termDays),
  term_unit: fields.termUnit ?? '',
  fee: fields.fee ?? '',
  life_situations: fields.lifeSituations.join('|'),
})
