import type { Kind } from '../columns.ts'

/** What came of one supplier for one reporting date, in figures. Days for which nothing came have no such record. */
export interface DayCounts {
  /** Reporting date, ISO day. */
  readonly date: string
  /** Packages that were read; those refused whole speak for themselves in their receipts and stand in none of the figures. */
  readonly packages: number
  /** Rows read by kind, repetitions and rows set aside included; a file with a header alone gives its kind with 0. */
  readonly rows: Readonly<Partial<Record<Kind, number>>>
  /** Rows that were left out as repetitions or took the place of others. */
  readonly repeats: number
  /** Rows whose request has not come (`unknown_request`). */
  readonly unknown: number
  /** Kinds of files whose bytes had come before: nothing of them was read. */
  readonly again: readonly Kind[]
  /** Requests by office, '' where none is named. */
  readonly offices: Readonly<Record<string, number>>
  /** Events by the code of their status. */
  readonly statuses: Readonly<Record<string, number>>
  /** Events by age: at n those that happened n days before the reporting date, at the last place all older ones. */
  readonly ages: readonly number[]
}

/** Places of `DayCounts.ages`: today's, yesterday's … and the last for a week and older. */
export const AGES = 8

/** Kinds that come by the day; services come once and when they change. */
export const DAILY_KINDS = ['requests', 'events', 'wide', 'payments', 'ratings', 'complaints'] as const satisfies Kind[]
export type DailyKind = (typeof DAILY_KINDS)[number]

export const sumOf = (numbers: Readonly<Record<string, number>> | readonly number[]): number =>
  Object.values(numbers).reduce((sum, value) => sum + value, 0)

/** Rows of all kinds that come by the day. */
export const allRows = ({ rows }: DayCounts): number => DAILY_KINDS.reduce((sum, kind) => sum + (rows[kind] ?? 0), 0)
