import { AUTHORITIES, OFFICES, REGION_NAME, SUPPLIERS, type Supplier } from './places.ts'

export interface DemoRegister {
  region: { code: string; name: string }
  authorities: { code: string; name: string }[]
  /** `authority` is an authority's code, `zone` an IANA zone; a request's `office` cell holds the name. */
  offices: { code: string; name: string; authority: string; zone: string }[]
  suppliers: Supplier[]
}

/** What must stand in the register before the packages come: the same for every seed. Services come by the packages. */
export function demoRegister(options: { region?: string; suppliers?: 3 | 4 } = {}): DemoRegister {
  const { epgu, ...others } = SUPPLIERS
  return {
    region: { code: options.region ?? '31', name: REGION_NAME },
    authorities: [...AUTHORITIES],
    offices: OFFICES.map(({ code, name, authority, zone }) => ({ code, name, authority, zone })),
    suppliers: options.suppliers === 4 ? [epgu, ...Object.values(others)] : Object.values(others),
  }
}
