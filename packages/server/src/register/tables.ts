import type { Norm, ServiceFields } from '@otklik/model/register/api'
import type { Generated } from 'kysely'

/**
 * `folded` columns hold what a search looks in, folded by `fold`: lower case by the database's own rules would depend
 * on its locale.
 */
export interface RegisterTables {
  /** The one row of settings of this installation. */
  installation: { single: Generated<boolean>; demo: boolean }
  register_regions: {
    code: string
    name: string
    oktmo: string
    default_zone: string
    /** Set in the desk; null: the default. */
    zone: string | null
    folded: string
  }
  register_authorities: { id: Generated<number>; name: string; region: string | null; folded: string }
  register_services: {
    service_id: string
    /** Empty: the service itself. */
    subservice_id: string
    name: string
    authority_id: number | null
    /** Null: federal. */
    region: string | null
    kind: ServiceFields['kind']
    term_days: number | null
    term_unit: ServiceFields['termUnit']
    fee: string | null
    life_situations: string[]
    folded: string
  }
  register_offices: {
    id: Generated<number>
    region: string
    name: string
    authority_id: number | null
    /** Null: the region's zone. */
    zone: string | null
    folded: string
  }
  register_norms: {
    measure: string
    /** Empty: every service. */
    service_id: string
    value: number
    unit: Norm['unit']
    /** The act that sets it; null: set in the desk. */
    source: string | null
  }
  register_changes: {
    id: Generated<number>
    kind: string
    record: string
    at: Date
    by: string
    package: number | null
    /** JSON text on the way in, parsed on the way out. */
    before: unknown
    after: unknown
  }
}

declare module '../platform/postgres/database.ts' {
  interface Database extends RegisterTables {}
}
