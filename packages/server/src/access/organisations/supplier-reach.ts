import type { Reach } from '@otklik/model/access'
import type { Db } from '../../platform/postgres/open.ts'
import { readReach } from './reaches.ts'

/** What the organisation of a supplier reaches: records of others its packages must not change. */
export async function supplierReach(db: Db, code: string): Promise<Reach> {
  const { path } = await db
    .selectFrom('access_suppliers as s')
    .innerJoin('access_organisations as o', 'o.id', 's.organisation_id')
    .select('o.path')
    .where('s.code', '=', code)
    .executeTakeFirstOrThrow()
  return readReach(db, path)
}
