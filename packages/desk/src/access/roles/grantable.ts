import { ALL_ROLES, fitsKind, mayGive, type OrganisationKind, roleEntry, type RoleName } from '@otklik/model/access'

/** Who gives roles, as the session tells it. */
export interface Giver {
  readonly rights: readonly string[]
  readonly everything: boolean
}
/** Where a role is to be held. */
export interface Place {
  readonly kind: OrganisationKind
  /** The organisations above it that the giver sees: none for the top of the giver's part. */
  readonly above: readonly unknown[]
}

/**
 * The roles that can be held there and reach no further than the giver does: nobody gives more than they have, but for what
 * is kept from those who look after people. The server decides again; this only keeps from offering what it would refuse.
 */
export const grantableRoles = (place: Place, giver: Giver): readonly RoleName[] =>
  ALL_ROLES.filter((role) => fitsKind(role, place.kind) && reaches(role, place, giver))

function reaches(role: RoleName, place: Place, { rights, everything }: Giver): boolean {
  if (!mayGive(rights, role)) return false
  if (everything) return true
  const reach = roleEntry(role)?.reach
  return reach === 'own' || (reach === 'territory' && place.above.length > 0)
}
