import type { Reach } from '@otklik/model/access'
import type { Db } from '../platform/postgres/open.ts'

export interface OfficeKey {
  readonly region: string
  readonly name: string
}

/** What the use cases here touch. */
export interface RegisterDeps {
  readonly db: Db
  /** How many requests within reach name each of the offices, in their order; by default none is counted. */
  readonly officeRequests?: (offices: readonly OfficeKey[], reach: Reach) => Promise<readonly number[]>
}
