import {
  ALL_RIGHTS,
  ALL_ROLES,
  isRole,
  type Principal,
  reachOf,
  RIGHTS,
  type RoleName,
  ROLES,
} from '@otklik/model/access'
import type { AnswerOf, listRoles as listRoute, Role } from '@otklik/model/api'
import { recordAudit } from '../../platform/audit/index.ts'
import { type Origin, problem, problems } from '../../platform/http/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { type AccessParts, nowOf } from '../parts.ts'
import { wholeSystemOnly } from './problems.ts'

/** Every right and every role there is, and which of them demand a second factor. */
export async function listRoles(db: Db): Promise<AnswerOf<typeof listRoute>> {
  const demanding = await db.selectFrom('access_roles').select('role').where('second_factor', '=', true).execute()
  const demanded = new Set(demanding.map(({ role }) => role))
  return {
    rights: ALL_RIGHTS.map((right) => ({ right, name: RIGHTS[right] })),
    roles: ALL_ROLES.map((role) => roleOf(role, demanded.has(role))),
  }
}

function roleOf(role: RoleName, secondFactor: boolean): Role {
  const { name, about, rights, kinds, reach } = ROLES[role]
  return { role, name, about, rights: [...rights], kinds: [...kinds], reach, secondFactor }
}

/**
 * Demands a second factor of all who hold a role, or no longer. Whoever has none yet loses the role's rights until it
 * is set up. A role is one for the whole system, so only those who see all of it may.
 */
export async function demandSecondFactor(
  parts: AccessParts,
  { role, required }: { readonly role: string; readonly required: boolean },
  { who, from }: { readonly who: Principal; readonly from: Origin },
): Promise<Role> {
  if (!reachOf(who).everything) throw problem(wholeSystemOnly)
  if (!isRole(role)) throw problem(problems.notFound)
  await parts.db.transaction().execute(async (tx) => {
    const old = await tx
      .selectFrom('access_roles')
      .select('second_factor')
      .where('role', '=', role)
      .forUpdate()
      .executeTakeFirst()
    await tx
      .insertInto('access_roles')
      .values({ role, second_factor: required })
      .onConflict((clash) => clash.column('role').doUpdateSet({ second_factor: required }))
      .execute()
    const before = { secondFactor: old?.second_factor ?? false }
    const after = { secondFactor: required }
    await recordAudit(
      tx,
      { who, what: 'role.second_factor', subject: `role:${role}`, before, after, from },
      nowOf(parts),
    )
  })
  return roleOf(role, required)
}
