export const KINDS = ['services', 'authorities', 'offices', 'regions', 'norms'] as const
export type Kind = (typeof KINDS)[number]

export interface RegisterSearch {
  /** The tab; services where absent. */
  kind?: Kind
  find?: string
  offset?: string
}

export function readRegisterSearch({ kind, find, offset }: Record<string, unknown>): RegisterSearch {
  const known = KINDS.find((word) => word === kind)
  return {
    ...(known === undefined || known === 'services' ? {} : { kind: known }),
    ...(typeof find === 'string' && find !== '' ? { find } : {}),
    ...(typeof offset === 'string' && /^[1-9]\d{0,8}$/.test(offset) ? { offset } : {}),
  }
}
