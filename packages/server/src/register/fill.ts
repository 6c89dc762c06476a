import { type Region, regions } from '@otklik/model/regions'
import { type Kysely, sql } from 'kysely'
import { fold } from '../platform/text.ts'

/**
 * Brings the facts of the regions (names, codes, default zones) to what this version knows; zones set in the desk stay.
 * Plain SQL, because migrations call it on a database of any type.
 */
export async function fillRegions<T>(db: Kysely<T>, known: readonly Region[] = regions): Promise<void> {
  const rows = known.map(({ code, name, oktmo, zone }) => ({
    code,
    name,
    oktmo,
    zone,
    folded: fold(`${code} ${name}`),
  }))
  await sql`
    INSERT INTO register_regions (code, name, oktmo, default_zone, folded)
    SELECT code, name, oktmo, zone, folded
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS known (code text, name text, oktmo text, zone text, folded text)
    ON CONFLICT (code) DO UPDATE SET
      name = excluded.name, oktmo = excluded.oktmo, default_zone = excluded.default_zone, folded = excluded.folded`.execute(
    db,
  )
}

/** Norms by law where a service has none of its own. */
const NORMS = [
  {
    measure: 'queue',
    value: 15,
    unit: 'minutes',
    source: 'Указ Президента Российской Федерации от 07.05.2012 № 601, пункт 1, подпункт «д»',
  },
  {
    measure: 'registration',
    value: 1,
    unit: 'working_days',
    source: 'Обычный срок административных регламентов',
  },
  {
    measure: 'interdepartmental_reply',
    value: 5,
    unit: 'working_days',
    source: 'Федеральный закон от 27.07.2010 № 210-ФЗ, статья 7.2',
  },
]

/** The norms that every installation begins with; a norm already there stays as it is. */
export async function fillNorms<T>(db: Kysely<T>): Promise<void> {
  await sql`
    INSERT INTO register_norms (measure, value, unit, source)
    SELECT measure, value, unit, source
    FROM jsonb_to_recordset(${JSON.stringify(NORMS)}::jsonb)
      AS known (measure text, value double precision, unit text, source text)
    ON CONFLICT DO NOTHING`.execute(db)
}
