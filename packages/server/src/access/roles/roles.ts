import {
  ALL_RIGHTS,
  ALL_ROLES,
  isRole,
  type Principal,
  reachOf,
  RIGHTS,
  rightsOf,
  type RoleName,
  ROLES,
} from '@otklik/model/access'
import type { listRoles as listRoute, Role } from '@otklik/model/access/api'
import type { AnswerOf } from '@otklik/model/api'
import { type Caller, recordAudit } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import type { AccessDeps } from '../deps.ts'
import { wholeSystemOnly } from './problems.ts'

/** Every right and every role there is, and which of them demand a second factor. */
export async function listRoles(db: Db): Promise<AnswerOf<typeof listRoute>> {
  const demanding = await db.selectFrom('access_roles').select('role').where('second_factor', '=', true).execute()
  const demanded = new Set(demanding.map(({ role }) => role))
  return {
    rights: ALL_RIGHTS.map((right) => ({ right, name: RIGHTS[right].name })),
    roles: ALL_ROLES.map((role) => roleOf(role, demanded.has(role))),
  }
}

function roleOf(role: RoleName, secondFactor: boolean): Role {
  const { name, about, kinds, reach } = ROLES[role]
  return { role, name, about, rights: [...rightsOf(role)], kinds: [...kinds], reach, secondFactor }
}

/**
 * Demands a second factor of all who hold a role, or no longer. Whoever has none yet loses the role's rights until it
 * is set up. A role is one for the whole system, so only those who see all of it may.
 */
export async function demandSecondFactor(
  deps: AccessDeps,
  { role, required }: { readonly role: string; readonly required: boolean },
  { who, from, at }: Caller<Principal>,
): Promise<Role> {
  if (!reachOf(who).everything) throw problem(wholeSystemOnly)
  if (!isRole(role)) throw problem(problems.notFound)
  await deps.db.transaction().execute(async (tx) => {
    if (!(await setDemand(tx, role, required))) return
    const [before, after] = [{ secondFactor: !required }, { secondFactor: required }]
    await recordAudit(tx, { who, what: 'role.second_factor', subject: `role:${role}`, before, after, from, at })
  })
  return roleOf(role, required)
}

/** @returns false where it was so already. Of two who ask the same at once, one changes it. */
async function setDemand(tx: Tx, role: RoleName, required: boolean): Promise<boolean> {
  // A role that was never asked about has no row: it demands nothing.
  await tx
    .insertInto('access_roles')
    .values({ role, second_factor: false })
    .onConflict((clash) => clash.doNothing())
    .execute()
  const changed = await tx
    .updateTable('access_roles')
    .set({ second_factor: required })
    .where('role', '=', role)
    .where('second_factor', '<>', required)
    .returning('role')
    .executeTakeFirst()
  return changed !== undefined
}
