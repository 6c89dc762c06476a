export const KEY_KINDS = ['suppliers', 'machines'] as const
export const TOKEN_STATES = ['good', 'expired', 'revoked'] as const

export interface KeysSearch {
  /** The tab; suppliers where absent. */
  kind?: 'machines'
  find?: string
  status?: (typeof TOKEN_STATES)[number]
  offset?: string
}

export function readKeysSearch(search: Record<string, unknown>): KeysSearch {
  const { kind, find, offset } = search
  const status = TOKEN_STATES.find((word) => word === search.status)
  return {
    ...(kind === 'machines' ? { kind } : {}),
    ...(typeof find === 'string' && find !== '' ? { find } : {}),
    ...(status === undefined ? {} : { status }),
    ...(typeof offset === 'string' && /^[1-9]\d{0,8}$/.test(offset) ? { offset } : {}),
  }
}
