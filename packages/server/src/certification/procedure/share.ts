import { type Principal, reachOf } from '@otklik/model/access'
import { certifiedShare, type CertifiedShare } from '@otklik/model/certification'
import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import { stands } from '../documents/register.ts'
import { visibleEntry } from '../reach.ts'
import { yearListOf } from './year-list.ts'

/** The share of certified objects in the year's list within reach, on a day: by papers of this system, or by the single list. */
export async function shareOf(db: Db, year: number, who: Principal, today: string): Promise<CertifiedShare> {
  const rows = await db
    .selectFrom('certification_entries as e')
    .innerJoin('certification_objects as o', 'o.id', 'e.object_id')
    .leftJoin('register_authorities as a', 'a.id', 'e.authority_id')
    .select('e.admission')
    .select(
      sql<boolean>`(coalesce(${today} BETWEEN o.valid_from AND o.valid_to, false) OR EXISTS (
        SELECT FROM certification_documents d WHERE d.object_id = o.id AND ${stands('in_force', today)}))`.as(
        'certified',
      ),
    )
    .where('e.list_id', '=', yearListOf(year))
    .where(visibleEntry(reachOf(who)))
    .execute()
  return certifiedShare(
    rows.map(({ admission, certified }) => ({ certified, reasons: admission?.reasons.map(({ code }) => code) ?? [] })),
  )
}
