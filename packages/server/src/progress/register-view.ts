import type { Db } from '../platform/postgres/open.ts'
import { regionNames, serviceNames, zoneOf } from '../register/index.ts'
import type { RegisterView } from './ports.ts'

/** The register as figures see it. */
export const registerView = (db: Db): RegisterView => ({
  services: () => serviceNames(db),
  regions: () => regionNames(db),
  zone: (region, office) => zoneOf(db, region, office),
})

/** The same within one call: names are read once, however many figures ask for them. */
export function readOnce(register: RegisterView): RegisterView {
  let services: ReturnType<RegisterView['services']> | undefined
  let regions: ReturnType<RegisterView['regions']> | undefined
  return {
    services: () => (services ??= register.services()),
    regions: () => (regions ??= register.regions()),
    zone: register.zone,
  }
}
