import { type Principal, reachesOrganisation, reachOf } from '@otklik/model/access'
import type { readHoldings as route } from '@otklik/model/access/api'
import type { AnswerOf } from '@otklik/model/api'
import { problem } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { nowOf, type PeopleDeps } from '../deps.ts'
import { requirePerson } from './find-person.ts'
import { personHolds } from './problems.ts'
import { isWithin } from './standing.ts'

/** The good keys that a person answers for, and the running roles: of both, what is within reach. */
export async function readHoldings(deps: PeopleDeps, who: Principal, id: string): Promise<AnswerOf<typeof route>> {
  const reach = reachOf(who)
  const person = await requirePerson(deps.db, who, id)
  const kept = await keptTokens(deps.db, person.id, nowOf(deps))
  const tokens = kept.filter(({ path }) => reachesOrganisation(reach, path)).map(({ id, label }) => ({ id, label }))
  const running = person.standing.filter((one) => one.endedAt === null && isWithin(reach, one))
  return { tokens, memberships: running.length }
}

function keptTokens(db: Db, userId: string, now: Date) {
  return db
    .selectFrom('access_tokens as t')
    .innerJoin('access_organisations as o', 'o.id', 't.organisation_id')
    .select(['t.id', 't.label', 'o.path'])
    .where('t.keeper_id', '=', userId)
    .where('t.revoked_at', 'is', null)
    .where('t.expires_at', '>', now)
    .orderBy('t.label')
    .orderBy('t.id')
    .execute()
}

/** Gives keys and open invitations to the successor; throws `person_holds` when there are keys and no successor. */
export async function handOverAffairs(tx: Tx, userId: string, successor: string | null, now: Date) {
  const tokens = (await keptTokens(tx, userId, now)).map(({ id }) => id)
  if (successor === null) {
    if (tokens.length > 0) throw problem(personHolds)
    return { tokens, invitations: 0 }
  }
  if (tokens.length > 0)
    await tx.updateTable('access_tokens').set({ keeper_id: successor }).where('id', 'in', tokens).execute()
  const [given] = await tx
    .updateTable('access_invitations')
    .set({ invited_by: successor })
    .where('invited_by', '=', userId)
    .execute()
  return { tokens, invitations: Number(given?.numUpdatedRows ?? 0n) }
}
