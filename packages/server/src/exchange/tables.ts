import type { DayCounts, Finding } from '@otklik/model/exchange/feed'
import type { Progress, Receipt } from '@otklik/model/exchange/api'
import type { Generated, JSONColumnType } from 'kysely'

/** What a receipt says once the package has been checked; kept whole, because it is never counted again. */
export type KeptReceipt = Pick<Receipt, 'files' | 'totals' | 'codes' | 'samples'> & {
  readonly verdict: Receipt['state']
}

/** A package's part of its day. */
export type PackageCounts = Omit<DayCounts, 'date' | 'packages'>

export interface ExchangeTables {
  exchange_packages: {
    id: Generated<number>
    supplier: string
    /** Reporting date, ISO day. */
    date: string
    name: string
    /** Of the upload as it came; null where a command gave several files. */
    sha256: string | null
    bytes: number
    /** Folder of the package's files, under the data directory. */
    folder: string
    state: Receipt['state']
    phase: Progress['phase']
    rows: Generated<number>
    bytes_read: Generated<number>
    /** Times an import of it was begun; one that breaks the import again and again is put aside as failed. */
    attempts: Generated<number>
    /** Packages that are put in together carry one number, and are finished together after a crash. */
    batch: number | null
    receipt: JSONColumnType<KeptReceipt, string, string> | null
    failure: string | null
    received_at: Date
    started_at: Date | null
    finished_at: Date | null
    /** Set with the reason when it was withdrawn; its phase is `done` when its rows have left the figures. */
    withdrawn_at: Date | null
    withdrawal_reason: string | null
  }
  /** Files of packages that are in: recognises a file sent twice and names the origin of a row. */
  exchange_files: {
    package: number
    file: number
    supplier: string
    name: string
    kind: string | null
    sha256: string
    rows: number
    /** Null where it came before sizes were written down. */
    bytes: number | null
  }
  /** What each package that is in brought, in figures: what the days of a supplier are judged by. Made again at will. */
  exchange_counts: {
    package: number
    counts: JSONColumnType<PackageCounts, string, string>
  }
  /** What was found in the days of suppliers, kept when it is found no more. */
  exchange_findings: {
    id: Generated<number>
    supplier: string
    /** Reporting date, ISO day. */
    date: string
    code: Finding['code']
    /** '' where it is about nothing in particular. */
    about: string
    finding: JSONColumnType<Finding, string, string>
    /** The first of the days that follow one another with the same finding. */
    since: string
    found_at: Date
    /** Since when it is found no more: what was missing has come, or a package was withdrawn. */
    gone_at: Date | null
  }
}

declare module '../platform/postgres/database.ts' {
  interface Database extends ExchangeTables {}
}
