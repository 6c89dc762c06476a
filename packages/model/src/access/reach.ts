import { type OrganisationPath, ROOT_PATH } from './organisations.ts'

/** An office as requests name it. */
export interface OfficeName {
  readonly region: string
  readonly name: string
}

/**
 * The part of the records that someone may see. What lies outside does not exist for them: not in lists, counts,
 * exports, nor by its number. Records are within reach when any of the lists names them.
 */
export interface Reach {
  /** Everything there is; then the lists are of no account. */
  readonly everything: boolean
  /** The top of the part of the tree of organisations; null: none of it. */
  readonly top: OrganisationPath | null
  /** Two-digit codes of whole regions. */
  readonly regions: readonly string[]
  /** Names of authorities as the register has them: their services, wherever those are asked for. */
  readonly authorities: readonly string[]
  readonly offices: readonly OfficeName[]
  /** Codes of suppliers. */
  readonly suppliers: readonly string[]
}

export const NOTHING: Reach = {
  everything: false,
  top: null,
  regions: [],
  authorities: [],
  offices: [],
  suppliers: [],
}
export const EVERYTHING: Reach = { ...NOTHING, everything: true, top: ROOT_PATH }

/** Whether an organisation is within reach. */
export const reachesOrganisation = ({ everything, top }: Reach, path: OrganisationPath): boolean =>
  everything || (top !== null && path.startsWith(top))

/** Whether packages and keys of a supplier are within reach. */
export const reachesSupplier = ({ everything, suppliers }: Reach, code: string): boolean =>
  everything || suppliers.includes(code)

/** Whether all of a region is within reach. */
export const reachesRegion = ({ everything, regions }: Reach, code: string): boolean =>
  everything || regions.includes(code)

/** Whether all of an authority is within reach. */
export const reachesAuthority = ({ everything, authorities }: Reach, name: string): boolean =>
  everything || authorities.includes(name)

/**
 * Whether a service is within reach whole, with everyone it is provided to: its authority is, or its region. Only then
 * may it be changed, and its critical values be seen, which are found over all of it.
 */
export function reachesService(reach: Reach, service: { authority: string | null; region: string | null }): boolean {
  if (reach.everything) return true
  const { authority, region } = service
  return (
    (authority !== null && reach.authorities.includes(authority)) || (region !== null && reach.regions.includes(region))
  )
}
