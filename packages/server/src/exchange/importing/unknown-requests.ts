import { samplesPerCode } from '@otklik/model/exchange'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import { together } from '../../platform/together.ts'
import { among, borneBy, inOrder, named, type WarningRow } from './samples.ts'

/** Requests that have come: with 0 those in the store, else with the first package at hand that brings them. */
const come = (ids: string): string => `
  SELECT request_id, min(since) AS since, 1 AS known FROM (
    SELECT request_id, 0 AS since FROM request_current WHERE request_id IN (${ids})
    UNION ALL
    SELECT request_id, min(package) AS since FROM stage_requests GROUP BY request_id
  ) GROUP BY request_id`

/**
 * Notes the requests of staged events that have not come up to the first package that speaks of them. All sides stand in
 * the order of request_id and are merged as they are read.
 * @param store which requests of the store are looked at.
 */
const waitingRequests = (store: string): string => `
  INSERT INTO stage_waiting SELECT request_id FROM (SELECT request_id, first_package FROM stage_lives) AS life
  LEFT JOIN (SELECT request_id, min(package) AS since FROM stage_requests GROUP BY request_id) AS come USING (request_id)
  LEFT JOIN (SELECT DISTINCT request_id, 1 AS stored FROM request_current ${store}) AS store USING (request_id)
  WHERE stored IS NULL AND (since IS NULL OR since > first_package)`

/**
 * Rows of accepted facts whose request has not come yet: neither in the store, nor in the same package or one before it.
 * The first rows are sampled, of one request or of many.
 */
const unknownRequests = (table: string, where = ''): string => `
  SELECT package, file, 'unknown_request' AS code, toUInt64(sum(rows)) AS rows,
    ${named(`groupArraySortedArray(${samplesPerCode})(arrayMap(row -> (row, 'request_id', request_id), first))`)} AS samples FROM (
    SELECT package, file, request_id, count() AS rows, groupArraySorted(${samplesPerCode})(row) AS first
    FROM ${table} ${where} GROUP BY package, file, request_id
  ) AS mine
  LEFT JOIN (${come(`SELECT DISTINCT request_id FROM ${table} ${where}`)}) AS come USING (request_id)
  WHERE known = 0 OR since > package
  GROUP BY package, file`

/** The same where no request has come at all, as in a check of events alone: every row waits. */
const unknownAll = (table: string): string => borneBy({ table, code: 'unknown_request', column: 'request_id' })

const bearers = ['stage_events', 'stage_payments', 'stage_ratings', 'stage_complaints']

/** Rows that speak of a request before it has come (`unknown_request`), per file. */
export async function findUnknownRequests(ch: ClickHouse, sizeOf: (table: string) => number): Promise<WarningRow[]> {
  const tables = bearers.filter((table) => sizeOf(table) > 0)
  const known = sizeOf('request_current') + sizeOf('stage_requests')
  const questions = known === 0 ? tables.map(unknownAll) : await questionsOf(ch, tables, sizeOf)
  return (await together(questions.map((question) => ch.query<WarningRow>(question)))).flat()
}

/** Events are asked row by row only of the requests that wait, which takes a look at each request once. */
async function questionsOf(ch: ClickHouse, tables: readonly string[], sizeOf: (table: string) => number) {
  const others = tables.filter((table) => table !== 'stage_events').map((table) => unknownRequests(table))
  if (others.length === tables.length) return others
  const stored = among('SELECT request_id FROM stage_lives', sizeOf('stage_lives'), sizeOf('request_current'))
  await ch.command(waitingRequests(stored), {}, inOrder)
  const [waiting] = await ch.query<{ requests: number }>('SELECT count() AS requests FROM stage_waiting')
  if (!waiting?.requests) return others
  return [unknownRequests('stage_events', 'WHERE request_id IN (SELECT request_id FROM stage_waiting)'), ...others]
}
