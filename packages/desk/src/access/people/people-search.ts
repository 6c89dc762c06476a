import { isRole } from '@otklik/model/access'

export const PERSON_STATES = ['invited', 'active', 'deactivated'] as const

export interface PeopleSearch {
  find?: string
  /** Number of an organisation: holders of a role in it or under it. */
  organisation?: string
  role?: string
  access?: (typeof PERSON_STATES)[number]
  offset?: string
}

const NUMBER = /^[1-9]\d{0,8}$/

/** The filters out of an address; what does not fit is left out, so that an old or mistyped link still opens. */
export function readPeopleSearch(search: Record<string, unknown>): PeopleSearch {
  const { find, organisation, role, offset } = search
  const access = PERSON_STATES.find((word) => word === search.access)
  return {
    ...(typeof find === 'string' && find !== '' ? { find } : {}),
    ...(typeof organisation === 'string' && NUMBER.test(organisation) ? { organisation } : {}),
    ...(typeof role === 'string' && isRole(role) ? { role } : {}),
    ...(access === undefined ? {} : { access }),
    ...(typeof offset === 'string' && NUMBER.test(offset) ? { offset } : {}),
  }
}
