import { type OfficeName, type Reach, reachesService } from '@otklik/model/access'
import type { Condition } from './filter.ts'
import type { RegisterView } from './ports.ts'

/** Which requests may be read at all: those of any of these regions, services or offices. */
export interface Part {
  readonly regions: readonly string[]
  /** `service_id`s of the services within reach whole, with every request for them. */
  readonly services: readonly string[]
  readonly offices: readonly OfficeName[]
}
export type RequestReach = 'everything' | Part

/** What of the requests a reach holds, by what the register says of services now. */
export async function requestReachOf(register: Pick<RegisterView, 'services'>, reach: Reach): Promise<RequestReach> {
  if (reach.everything) return 'everything'
  const { regions, authorities, offices } = reach
  if (regions.length + authorities.length === 0) return { regions, services: [], offices }
  const services = [...(await register.services())].filter(([, service]) => reachesService(reach, service))
  // Variants stand in the same list under «service:variant»; requests name the service alone.
  return { regions, offices, services: services.map(([id]) => id).filter((id) => !id.includes(':')) }
}

/** The same as a condition on the columns of the cube or of the latest requests; nothing within reach is no request. */
export function reachCondition(requestReach: RequestReach): Condition {
  if (requestReach === 'everything') return { sql: '1', params: {} }
  const { regions, services, offices } = requestReach
  const parts = [
    regions.length > 0 && 'region IN {within_regions:Array(String)}',
    services.length > 0 && 'service_id IN {within_services:Array(String)}',
    // A region's code holds no line break, so no office can stand for another.
    offices.length > 0 && `concat(region, '\\n', office) IN {within_offices:Array(String)}`,
  ].filter((part) => part !== false)
  return {
    sql: parts.length === 0 ? '0' : `(${parts.join(' OR ')})`,
    params: {
      ...(regions.length > 0 && { within_regions: regions }),
      ...(services.length > 0 && { within_services: services }),
      ...(offices.length > 0 && { within_offices: offices.map(({ region, name }) => `${region}\n${name}`) }),
    },
  }
}

/** The same of one request that has been read. */
export function isReached(
  requestReach: RequestReach,
  { region, service, office }: { readonly region: string; readonly service: string; readonly office: string },
): boolean {
  if (requestReach === 'everything') return true
  const { regions, services, offices } = requestReach
  return (
    regions.includes(region) ||
    services.includes(service) ||
    offices.some((one) => one.region === region && one.name === office)
  )
}

/** Whether all requests for a service are within: only then may be seen what was found over all of them. */
export const reachesWholeService = (requestReach: RequestReach, service: string): boolean =>
  requestReach === 'everything' || requestReach.services.includes(service)
