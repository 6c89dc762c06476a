import { EVERYTHING, fitsKind, OPERATOR, type RoleName } from '@otklik/model/access'
import { recordAudit } from '../../platform/audit/index.ts'
import { requireOpenOrganisation } from '../organisations/find.ts'
import { type AccessDeps, nowOf } from '../deps.ts'
import { beginRole } from './roles-of-person.ts'
import { insertUser, type NewUser, prepareUser } from './users.ts'

export interface HeldRole {
  readonly role: RoleName
  /** Its number. */
  readonly organisation: number
}

/**
 * A person who can sign in at once, without an invitation: for commands on the server's own machine and the
 * demonstration. Returns the person's number. Throws `not_found` for an organisation that is not there.
 */
export async function createPerson(deps: AccessDeps, user: NewUser, held: readonly HeldRole[]): Promise<string> {
  const prepared = await prepareUser(user)
  const now = nowOf(deps)
  return deps.db.transaction().execute(async (tx) => {
    const id = await insertUser(tx, prepared, now)
    const roles = []
    for (const { role, organisation } of held) {
      const { kind, name } = await requireOpenOrganisation(tx, EVERYTHING, organisation, 'share')
      if (!fitsKind(role, kind)) throw new Error(`the role ${role} can't be held in ${name} (${kind})`)
      await beginRole(tx, { userId: id, organisation, role }, now)
      roles.push({ role, organisation, in: name })
    }
    const after = { login: prepared.login, name: prepared.name, held: roles }
    await recordAudit(tx, { who: OPERATOR, what: 'user.created', subject: `user:${id}`, after, at: now })
    return id
  })
}
