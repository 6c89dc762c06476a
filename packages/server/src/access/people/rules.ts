import {
  fitsKind,
  mayGive,
  type OrganisationKind,
  type OrganisationPath,
  type Principal,
  type Reach,
  reachesOrganisation,
  reachOf,
  type Right,
  rightsOfPrincipal,
  isRole,
  type RoleName,
  roleEntry,
  topOf,
} from '@otklik/model/access'
import { problem } from '../../platform/problems/index.ts'
import { roleBeyondReach, roleBeyondRights, roleUnfit, unknownRole } from './problems.ts'

export interface Place {
  readonly kind: OrganisationKind
  readonly path: OrganisationPath
}
export interface Giver {
  readonly rights: readonly Right[]
  readonly reach: Reach
}

export const giverOf = (who: Principal): Giver => ({ rights: rightsOfPrincipal(who), reach: reachOf(who) })

/** Whether nothing of a role that is held at this path lies beyond what the giver has. */
export function exceeds(
  { rights, reach }: Giver,
  role: RoleName,
  path: OrganisationPath,
): 'reach' | 'rights' | undefined {
  if (!reachesOrganisation(reach, path) || !reachesOrganisation(reach, topOf(role, path))) return 'reach'
  return mayGive(rights, role) ? undefined : 'rights'
}

/**
 * The role, when this giver may give it there: it exists, is held in organisations of this kind, and neither reaches
 * further nor allows more than the giver has: nobody gives away more than the own. Throws a problem otherwise.
 */
export function requireGrantable(giver: Giver, role: string, { kind, path }: Place): RoleName {
  if (!isRole(role)) throw problem(unknownRole, role)
  const name = roleEntry(role)?.name ?? role
  if (!fitsKind(role, kind)) throw problem(roleUnfit, name, kind)
  const beyond = exceeds(giver, role, path)
  if (beyond === 'reach') throw problem(roleBeyondReach, name)
  if (beyond === 'rights') throw problem(roleBeyondRights, name)
  return role
}
