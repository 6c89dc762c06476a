import { type Right, SUPPLIER_RIGHTS } from './rights.ts'

/** Nobody has signed in and no token was shown. */
export interface Nobody {
  readonly kind: 'nobody'
}
/** A person with a session. */
export interface UserPrincipal {
  readonly kind: 'user'
  readonly id: string
  readonly login: string
  readonly name: string
  readonly roles: readonly string[]
  readonly rights: readonly Right[]
}
/** A system that showed a supplier's token: it acts for exactly this supplier. */
export interface SupplierPrincipal {
  readonly kind: 'supplier'
  readonly code: string
  readonly name: string
  readonly tokenId: string
}
/** A command on the server's own machine that can read the data directory: it may do everything. */
export interface OperatorPrincipal {
  readonly kind: 'operator'
}
export type Principal = Nobody | UserPrincipal | SupplierPrincipal | OperatorPrincipal

export const NOBODY: Nobody = { kind: 'nobody' }
export const OPERATOR: OperatorPrincipal = { kind: 'operator' }

/** Whether a right is given at all; a supplier's rights hold for its own records only (see `actsFor`). */
export function hasRight(who: Principal, right: Right): boolean {
  switch (who.kind) {
    case 'operator':
      return true
    case 'user':
      return who.rights.includes(right)
    case 'supplier':
      return SUPPLIER_RIGHTS.includes(right)
    case 'nobody':
      return false
  }
}

/** Whether records of this supplier are within reach: a token reaches its own supplier, people reach every one. */
export function actsFor(who: Principal, supplierCode: string): boolean {
  if (who.kind === 'supplier') return who.code === supplierCode
  return who.kind !== 'nobody'
}
