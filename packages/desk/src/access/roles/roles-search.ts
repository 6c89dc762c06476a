import { isRole, type RoleName } from '@otklik/model/access'

export interface RolesSearch {
  /** The one role shown where there is no room for all. */
  role?: RoleName
}

export const readRolesSearch = ({ role }: Record<string, unknown>): RolesSearch =>
  typeof role === 'string' && isRole(role) ? { role } : {}
