import { samplesPerCode, type WarningCode } from '@otklik/model/exchange'
import type { Settings } from '../../platform/clickhouse/client.ts'

/** A warning of a file as the database tells it: how many rows bear it, and the first of them. */
export interface WarningRow {
  readonly package: number
  readonly file: number
  readonly code: WarningCode
  readonly rows: number
  readonly samples: readonly { readonly row: string; readonly column: string; readonly value: string }[]
}

/** SQL of tuples of row, column and value under their names. */
export const named = (samples: string): string =>
  `arrayMap(s -> map('row', toString(s.1), 'column', s.2, 'value', s.3), ${samples})`
/** SQL of the first rows of a group as samples. */
export const sampled = (column: string, value: string): string =>
  named(`groupArraySorted(${samplesPerCode})((row, ${column}, ${value}))`)

/**
 * SQL of a warning that all rows of a table bear, or all that fulfil a condition, with the column that says why. They may be
 * millions: only of the first ones more than the number is read.
 */
export function borneBy({ table, code, column, where = '1' }: Bearers): string {
  const lasts = `SELECT arrayMax(groupArraySorted(${samplesPerCode})(row)) AS last FROM ${table} WHERE ${where} GROUP BY package, file`
  return `
  SELECT package, file, '${code}' AS code, counted.rows AS rows, samples FROM (
    SELECT package, file, toUInt64(count()) AS rows FROM ${table} WHERE ${where} GROUP BY package, file
  ) AS counted
  LEFT JOIN (
    SELECT package, file, ${sampled(`'${column}'`, column)} AS samples FROM ${table}
    WHERE ${where} AND row <= (SELECT max(last) FROM (${lasts})) GROUP BY package, file
  ) AS first USING (package, file)`
}
interface Bearers {
  readonly table: string
  readonly code: WarningCode
  readonly column: string
  readonly where?: string
}

/** For joins whose every side stands in the order of `request_id`: nothing is sorted and no table of hashes is made. */
export const inOrder: Settings = {
  join_algorithm: 'full_sorting_merge',
  join_use_nulls: 1,
  optimize_aggregation_in_order: 1,
  optimize_distinct_in_order: 1,
}

/**
 * Which rows of a table of the store to read: for few requests looking them up is quicker, for many going through all of it.
 * @param requests a SELECT of the requests asked for, as many as `asked`.
 */
export const among = (requests: string, asked: number, stored: number): string =>
  asked * 4 < stored ? `WHERE request_id IN (${requests})` : ''
