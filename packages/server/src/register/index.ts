export { type AppliedServices, applyServices, type ServiceFileRow } from './services/apply-services.ts'
export {
  authoritiesWithin,
  authorityNumberOf,
  authorityNumbers,
  findAuthority,
  type FoundAuthority,
} from './find-authority.ts'
export { type ServiceCells, servicesChangedOn } from './services/changed-services.ts'
export { isDemo, markDemo } from './installation.ts'
export { type NotedOffice, noteOffices } from './places/note-offices.ts'
export type { OfficeKey, RegisterDeps } from './deps.ts'
export { ensureRegions, regionNames, requireRegion, requireZone } from './places/regions.ts'
export {
  listServiceIds,
  type NamedService,
  registeredOf,
  serviceNames,
  servicesOfAuthority,
} from './services/service-names.ts'
export { type Zones, zoneOf, zones } from './places/zones.ts'
