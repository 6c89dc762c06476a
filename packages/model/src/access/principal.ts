import type { OrganisationPath } from './organisations.ts'
import { EVERYTHING, NOTHING, type Reach, reachesSupplier } from './reach.ts'
import { ALL_RIGHTS, type Right } from '../contexts/rights.ts'
import type { RoleName } from './roles.ts'

/** Nobody has signed in and no token was shown. */
export interface Nobody {
  readonly kind: 'nobody'
}
/** The role in an organisation that a person acts in: one at a time, however many there are. */
export interface ActingAs {
  readonly membership: string
  readonly role: RoleName
  readonly organisation: { readonly id: number; readonly name: string; readonly path: OrganisationPath }
}
/** A person with a session. */
export interface UserPrincipal {
  readonly kind: 'user'
  readonly id: string
  readonly login: string
  readonly name: string
  /** Null: the person has no role, and may only look after the own access. */
  readonly as: ActingAs | null
  /** Of the role acted in; none while a demanded second factor is missing. */
  readonly rights: readonly Right[]
  readonly reach: Reach
  /** The public number of the session. */
  readonly session: string
  /** The role demands a second factor that the person has not set up yet. */
  readonly mustEnrol: boolean
}
/** A system that showed a token. */
export interface MachinePrincipal {
  readonly kind: 'machine'
  /** The token's number. */
  readonly id: string
  readonly label: string
  /** The one supplier it acts for; null: for all within reach. */
  readonly supplier: string | null
  readonly organisation: number
  readonly rights: readonly Right[]
  readonly reach: Reach
}
/** A command on the server's own machine that can read the data directory: it may do everything. */
export interface OperatorPrincipal {
  readonly kind: 'operator'
}
export type Principal = Nobody | UserPrincipal | MachinePrincipal | OperatorPrincipal

export const NOBODY: Nobody = { kind: 'nobody' }
export const OPERATOR: OperatorPrincipal = { kind: 'operator' }

export function rightsOfPrincipal(who: Principal): readonly Right[] {
  if (who.kind === 'operator') return ALL_RIGHTS
  return who.kind === 'nobody' ? [] : who.rights
}

/** Whether a right is given at all; over which records is the question of `reachOf`. */
export const hasRight = (who: Principal, right: Right): boolean => rightsOfPrincipal(who).includes(right)

/** The records that a principal can see. */
export function reachOf(who: Principal): Reach {
  if (who.kind === 'operator') return EVERYTHING
  return who.kind === 'nobody' ? NOTHING : who.reach
}

/** Whether records of this supplier are within reach. */
export const actsFor = (who: Principal, supplierCode: string): boolean => reachesSupplier(reachOf(who), supplierCode)
