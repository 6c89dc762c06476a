export interface OrganisationsSearch {
  /** Number of the chosen organisation. */
  id?: string
  find?: string
  /** Closed ones are shown as well. */
  closed?: 'true'
}

export function readOrganisationsSearch({ id, find, closed }: Record<string, unknown>): OrganisationsSearch {
  return {
    ...(typeof id === 'string' && /^[1-9]\d{0,8}$/.test(id) ? { id } : {}),
    ...(typeof find === 'string' && find !== '' ? { find } : {}),
    ...(closed === 'true' ? { closed } : {}),
  }
}
