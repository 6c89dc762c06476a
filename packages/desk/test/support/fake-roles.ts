import { ALL_ROLES, RIGHTS, ROLES, type RoleName, rightsOf } from '@otklik/model/access'
import type { Role } from '@otklik/model/access/api'
import { fields, type Handlers } from './fake-contract.ts'

const roleOf = (role: RoleName, secondFactor: boolean): Role => {
  const { kinds, ...entry } = ROLES[role]
  return { role, ...entry, rights: [...rightsOf(role)], kinds: [...kinds], secondFactor }
}

export const roleHandlers: Handlers = {
  listRoles: ({ state }) => ({
    json: {
      rights: Object.entries(RIGHTS).map(([right, { name }]) => ({ right, name })),
      roles: ALL_ROLES.map((role) => roleOf(role, state.demanded.has(role))),
    },
  }),
  demandSecondFactor: ({ params, body, state }) => {
    const role = ALL_ROLES.find((one) => one === params.role) ?? 'administrator'
    const required = fields(body).required === true
    if (required) state.demanded.add(role)
    else state.demanded.delete(role)
    return { json: roleOf(role, required) }
  },
}
