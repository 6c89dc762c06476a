import type { OrganisationKind } from '@otklik/model/access'
import { AUTHORITIES, type AuthorityCode, OFFICES, REGION_NAME } from './places.ts'

/** A short word for each organisation of the demonstration; authorities and offices have their own codes. */
export type Place = 'ministry' | 'centre' | 'region' | 'department' | 'optimisation' | AuthorityCode | `mfc-${number}`

export interface DemoOrganisation {
  readonly code: string
  /** The code of the organisation above; null: the root. */
  readonly parent: string | null
  readonly kind: OrganisationKind
  readonly name: string
  /** Two-digit code of the region that it is. */
  readonly region?: string
  readonly zone?: string
  /** The name of the authority of the register that it is. */
  readonly authority?: string
  /** How requests name this office. */
  readonly office?: string
}

const KINDS: Readonly<Partial<Record<AuthorityCode, OrganisationKind>>> = {
  city: 'municipal_body',
  okrug: 'municipal_body',
  mfc: 'mfc',
}

/** The tree of organisations, those above before those under them. */
export function demoOrganisations(region: string): DemoOrganisation[] {
  return [
    { code: 'ministry', parent: null, kind: 'ministry', name: 'Министерство экономического развития (демонстрация)' },
    { code: 'centre', parent: 'ministry', kind: 'analytical_centre', name: 'Аналитический центр (демонстрация)' },
    { code: 'region', parent: null, kind: 'region', name: REGION_NAME, region },
    {
      code: 'department',
      parent: 'region',
      kind: 'coordinating_department',
      name: 'Управление мониторинга государственных услуг Демонстрационной области',
    },
    {
      code: 'optimisation',
      parent: 'region',
      kind: 'institution',
      name: 'Региональный центр оптимизации Демонстрационной области',
    },
    ...AUTHORITIES.map(
      ({ code, name }): DemoOrganisation => ({
        code,
        parent: 'region',
        kind: KINDS[code] ?? 'regional_body',
        name,
        authority: name,
      }),
    ),
    ...OFFICES.map(
      ({ code, authority, name, zone }): DemoOrganisation => ({
        code,
        parent: authority,
        kind: 'office',
        name,
        zone,
        office: name,
      }),
    ),
  ]
}
