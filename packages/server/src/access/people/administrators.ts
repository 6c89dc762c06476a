import { problem } from '../../platform/problems/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { lastAdministrator } from './problems.ts'
import type { Standing } from './standing.ts'

const ROOT = 1
const isOfRoot = ({ role, organisation, endedAt }: Standing) =>
  role === 'administrator' && organisation.id === ROOT && endedAt === null

/**
 * To be asked before roles of a person end: throws `last_administrator` when nobody else who can sign in is left to
 * administer the whole system. Holds the question until the end of the transaction, so that two administrators can't
 * remove one another at once.
 */
export async function requireAnotherAdministrator(tx: Tx, userId: string, ending: readonly Standing[]): Promise<void> {
  if (!ending.some(isOfRoot)) return
  await tx.selectFrom('access_organisations').select('id').where('id', '=', ROOT).forNoKeyUpdate().executeTakeFirst()
  const other = await tx
    .selectFrom('access_memberships as m')
    .innerJoin('access_users as u', 'u.id', 'm.user_id')
    .select('m.id')
    .where('m.organisation_id', '=', ROOT)
    .where('m.role', '=', 'administrator')
    .where('m.ended_at', 'is', null)
    .where('u.id', '!=', userId)
    .where('u.disabled_at', 'is', null)
    .where((where) => where.or([where('u.login', 'is not', null), where('u.last_signed_in_at', 'is not', null)]))
    .limit(1)
    .executeTakeFirst()
  if (other === undefined) throw problem(lastAdministrator)
}
