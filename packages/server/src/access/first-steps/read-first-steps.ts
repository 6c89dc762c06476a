import { firstSteps, type Reach } from '@otklik/model/access'
import type { AnswerOf } from '@otklik/model/api'
import type { readFirstSteps as contract } from '@otklik/model/access/api'
import { sql } from 'kysely'
import { pathsWithin } from '../organisations/find.ts'
import type { Db } from '../../platform/postgres/open.ts'

type Counts = Record<'organisations' | 'people' | 'suppliers' | 'keys' | 'packages', number>

/** What of the first steps is done within reach; looked up with every call and kept nowhere. */
export async function readFirstSteps(
  db: Db,
  { reach, mail, at }: { readonly reach: Reach; readonly mail: boolean; readonly at: Date },
): Promise<AnswerOf<typeof contract>> {
  const { rows } = await sql<Counts>`
    WITH part AS (
      SELECT id FROM access_organisations WHERE closed_at IS NULL AND path LIKE ${pathsWithin(reach)}
    ), suppliers AS (
      SELECT code FROM access_suppliers WHERE organisation_id IN (SELECT id FROM part)
    )
    SELECT
      (SELECT count(*)::int FROM part) AS organisations,
      (SELECT count(DISTINCT m.user_id)::int FROM access_memberships m JOIN access_users u ON u.id = m.user_id
        WHERE m.ended_at IS NULL AND u.disabled_at IS NULL
          AND m.organisation_id IN (SELECT id FROM part)) AS people,
      (SELECT count(*)::int FROM suppliers) AS suppliers,
      (SELECT count(*)::int FROM access_tokens WHERE revoked_at IS NULL AND expires_at > ${at}
        AND organisation_id IN (SELECT id FROM part)) AS keys,
      (SELECT count(*)::int FROM (
        SELECT 1 FROM exchange_packages WHERE supplier IN (SELECT code FROM suppliers) LIMIT 1) one) AS packages
  `.execute(db)
  const [counts] = rows
  if (counts === undefined) throw new Error('the first steps were not counted')
  return { steps: firstSteps({ ...counts, mail }) }
}
