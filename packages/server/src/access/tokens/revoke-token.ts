import { type Caller, reachOfActor, recordAudit } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import { pathsWithin } from '../organisations/find.ts'
import type { AccessDeps } from '../deps.ts'
import { uuidOf } from '../people/ids.ts'

export interface RevokeAsk {
  readonly id: string
  /** Only if it is this supplier's; absent: any within reach. */
  readonly code?: string
}

/** Its next call is refused. A second time changes nothing. Throws `not_found`, wherever else the key may be. */
export async function revokeToken(deps: AccessDeps, ask: RevokeAsk, { who, from, at }: Caller): Promise<void> {
  const id = uuidOf(ask.id)
  await deps.db.transaction().execute(async (tx) => {
    const token = await tx
      .selectFrom('access_tokens as t')
      .innerJoin('access_organisations as o', 'o.id', 't.organisation_id')
      .select(['t.revoked_at', 't.label', 't.supplier'])
      .where('t.id', '=', id)
      .where('o.path', 'like', pathsWithin(reachOfActor(who)))
      .forUpdate('t')
      .executeTakeFirst()
    if (token === undefined || (ask.code !== undefined && token.supplier !== ask.code)) throw problem(problems.notFound)
    if (token.revoked_at !== null) return
    await tx.updateTable('access_tokens').set({ revoked_at: at }).where('id', '=', id).execute()
    const subject = token.supplier === null ? `token:${id}` : `supplier:${token.supplier}`
    const after = { token: id, label: token.label }
    await recordAudit(tx, { who, what: 'token.revoked', subject, after, from, at })
  })
}
