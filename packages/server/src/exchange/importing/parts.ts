import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import type { SourceLimits } from '../reading/index.ts'

/** What checking files touches; there is no ledger in it, because `otklik check` has none. */
export interface CheckParts {
  readonly ch: ClickHouse
  readonly limits: SourceLimits
  /** Which of these services the register has from elsewhere than files; absent where there is no register. */
  readonly registered?: (ids: readonly string[]) => Promise<readonly string[]>
  /** The demo installation accepts the made-up region 00. */
  readonly demo?: boolean
}
/** A package on its way through the checks. */
export interface Incoming {
  readonly id: number
  /** Reporting date, ISO day. */
  readonly date: string
  /** Paths of its files, folders or archives. */
  readonly paths: readonly string[]
}
/** Told after every chunk: rows and bytes so far, of how many bytes if known. */
export type Report = (progress: { readonly rows: number; readonly bytes: number }) => void
