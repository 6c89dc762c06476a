import { agreementOf } from '@otklik/model/change/agreement'
import { sql } from 'kysely'
import type { Actor } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { processIds } from '../processes/reach.ts'

/** How far the first and the second coders agree; null where no text has two. */
export async function readAgreement(db: Db, who: Actor) {
  const ids = await processIds(db, who)
  const rows = await db
    .selectFrom('change_statements')
    .select(['id', 'codes', 'second_codes'])
    .where('second_codes', 'is not', null)
    .where(sql<boolean>`process = ANY(${ids}::text[])`)
    .execute()
  if (rows.length === 0) return null
  const { n, agree, kappa, low, high } = agreementOf(
    new Map(rows.map(({ id, codes }) => [id, codes ?? []])),
    new Map(rows.map(({ id, second_codes }) => [id, second_codes ?? []])),
  )
  return { n, agree: agree ?? 0, kappa, low, high }
}
