import type { Reach } from '@otklik/model/access'
import type { Overview } from '@otklik/model/progress/api'

/** What the register knows of a service; null where it says nothing. */
export interface ServiceFacts {
  readonly name: string
  readonly authority: string | null
  readonly region: string | null
  readonly kind: string | null
  readonly termDays: number | null
  readonly termUnit: string | null
}

/** The part of the register that figures need. Given by the wiring. */
export interface RegisterView {
  /** Every registered service by `service_id` (its own row, or its first subservice's where it has none). */
  services(): Promise<ReadonlyMap<string, ServiceFacts>>
  /** Names of the regions by two-digit code. */
  regions(): Promise<ReadonlyMap<string, string>>
  /** IANA zone of the office, else of the region; null where neither is known. */
  zone(region: string, office: string): Promise<string | null>
}

export interface FileName {
  readonly supplier: string
  /** Reporting date, 'YYYY-MM-DD'. */
  readonly date: string
  readonly file: string
}

/** The part of the packages' ledger that figures need. Given by the wiring. */
export interface LedgerView {
  /** Packages whose rows are not visible yet: being loaded, or half-loaded by a killed process. */
  unfinishedPackages(): Promise<readonly number[]>
  /** Where rows came from, by `fileKey(package, file)`. */
  fileNames(packages: readonly number[]): Promise<ReadonlyMap<string, FileName>>
  /** Packages of the last days of the suppliers within reach: as many days as the calendar of packages opens on. */
  packagesLately(reach: Reach): Promise<Overview['packages'] & Pick<Overview, 'completeThrough'>>
  /** Packages of the period (months 'YYYY-MM', both included), also by the name of the authority whose suppliers sent them. */
  packagesByAuthority(
    period: { from: string; to: string },
    reach: Reach,
  ): Promise<{ readonly total: Received; readonly authorities: ReadonlyMap<string, Received> }>
}

/** Packages that came, and days whose package came late. */
export interface Received {
  readonly received: number
  readonly late: number
}

export const fileKey = (packageId: number, file: number): string => `${packageId}/${file}`
