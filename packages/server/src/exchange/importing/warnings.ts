import { samplesPerCode, type WarningCode } from '@otklik/model/exchange'
import { decided, decidedNegative, decidedPositive, submitted } from '@otklik/model/statuses'
import type { ClickHouse, Settings } from '../../platform/clickhouse/client.ts'
import { never } from '../../facts/index.ts'
import type { CheckParts } from './parts.ts'

/** A warning of a file: how many rows bear it, and the first of them. */
export interface Warning {
  readonly package: number
  readonly file: number
  readonly code: WarningCode
  readonly rows: number
  readonly samples: readonly { readonly row: number; readonly column: string; readonly value: string }[]
}
const list = (codes: readonly number[]): string => `(${codes.join(', ')})`
/** Tuples of row, column and value under their names. */
const named = (samples: string): string =>
  `arrayMap(s -> map('row', toString(s.1), 'column', s.2, 'value', s.3), ${samples})`
const sampled = (column: string, value: string): string =>
  named(`groupArraySorted(${samplesPerCode})((row, ${column}, ${value}))`)

/** Requests that have come: with 0 those in the store, else with the first package at hand that brings them. */
const come = (ids: string): string => `
  SELECT request_id, min(since) AS since, 1 AS known FROM (
    SELECT request_id, 0 AS since FROM request_current WHERE request_id IN (${ids})
    UNION ALL
    SELECT request_id, min(package) AS since FROM stage_requests GROUP BY request_id
  ) GROUP BY request_id`

/**
 * Requests of staged events that have not come up to the first package that speaks of them. All sides stand in the order of
 * request_id and are merged as they are read.
 * @param among which requests of the store are looked at.
 */
const waitingRequests = (among: string): string => `
  SELECT count() AS rows FROM (SELECT request_id, first_package FROM stage_lives) AS life
  LEFT JOIN (SELECT request_id, min(package) AS since FROM stage_requests GROUP BY request_id) AS come USING (request_id)
  LEFT JOIN (SELECT DISTINCT request_id, 1 AS stored FROM request_current ${among}) AS store USING (request_id)
  WHERE stored IS NULL AND (since IS NULL OR since > first_package)`

/**
 * Rows of accepted facts whose request has not come yet: neither in the store, nor in the same package or one before it.
 * The first rows are sampled, of one request or of many.
 */
const unknownRequests = (table: string): string => `
  SELECT package, file, 'unknown_request' AS code, toUInt64(sum(rows)) AS rows,
    ${named(`groupArraySortedArray(${samplesPerCode})(arrayMap(row -> (row, 'request_id', request_id), first))`)} AS samples FROM (
    SELECT package, file, request_id, count() AS rows, groupArraySorted(${samplesPerCode})(row) AS first
    FROM ${table} GROUP BY package, file, request_id
  ) AS mine
  LEFT JOIN (${come(`SELECT DISTINCT request_id FROM ${table}`)}) AS come USING (request_id)
  WHERE known = 0 OR since > package
  GROUP BY package, file`

/** The same where no request has come at all, as in a check of events alone: every row waits, and the first are samples. */
const unknownAll = (table: string): string => `
  SELECT package, file, 'unknown_request' AS code, counted.rows AS rows, samples FROM (
    SELECT package, file, toUInt64(count()) AS rows FROM ${table} GROUP BY package, file
  ) AS counted
  LEFT JOIN (
    SELECT package, file, ${sampled("'request_id'", 'request_id')} AS samples FROM ${table}
    WHERE row <= (
      SELECT max(last) FROM (SELECT arrayMax(groupArraySorted(${samplesPerCode})(row)) AS last FROM ${table} GROUP BY package, file)
    ) GROUP BY package, file
  ) AS first USING (package, file)`

/** Services of staged requests that no file has brought. */
const newServices = `
  SELECT DISTINCT service_id AS id FROM stage_requests
  WHERE service_id NOT IN (SELECT service_id FROM services UNION ALL SELECT service_id FROM stage_services)`

const unknownServices = `
  SELECT package, file, 'unknown_service' AS code, count() AS rows, ${sampled("'service_id'", 'service_id')} AS samples
  FROM stage_requests
  WHERE service_id IN {unknown:Array(String)}
  GROUP BY package, file`

/**
 * Notes made row by row: times left out, repetitions. A wide row may repeat itself and much of what came before: it counts
 * once. What the event is called depends on the file, which may have no column for it, but every file names the request.
 */
const noted = `
  SELECT package, file, code, uniqExact(row) AS rows, ${sampled('column', 'value')} AS samples FROM (
    SELECT package, file, row, code, column, value FROM stage_notes
    UNION ALL
    SELECT DISTINCT package, file, row, 'duplicate_event' AS code, 'request_id' AS column, request_id AS value
    FROM stage_repeats
    WHERE (package, file, row) NOT IN (SELECT package, file, row FROM stage_notes WHERE code = 'duplicate_event')
  ) GROUP BY package, file, code`

const relevant = list([...new Set([...submitted, ...decided])])
const isDecided = `least(first_positive, first_negative) < '${never}'`
/**
 * Requests that may have a decision out of order or against another; what came before is known from their state.
 * @param among which requests of the store are looked at.
 */
const doubtful = (among: string): string => `
  SELECT request_id FROM (
    SELECT request_id, least(life.first_submitted, ifNull(stored.submitted, life.first_submitted)) AS submitted,
      least(life.first_positive, ifNull(stored.positive, life.first_positive)) AS positive,
      least(life.first_negative, ifNull(stored.negative, life.first_negative)) AS negative
    FROM (SELECT request_id, first_submitted, first_positive, first_negative FROM stage_lives WHERE ${isDecided}) AS life
    LEFT JOIN (
      SELECT request_id, min(first_submitted) AS submitted, min(first_positive) AS positive, min(first_negative) AS negative
      FROM request_state ${among} GROUP BY request_id
    ) AS stored USING (request_id)
  ) WHERE least(positive, negative) < submitted AND submitted < '${never}' OR positive < '${never}' AND negative < '${never}'`

/**
 * Decisions before the submission, and decisions against one that came earlier (by package, then by moment and row).
 * Only what came up to the package itself counts, so that a package's receipt doesn't depend on what is checked with it.
 */
const decisions = `
  SELECT package, file, row, request_id, at < least(submit, stored_submit) AND least(submit, stored_submit) < '${never}' AS early,
    if(status IN ${list(decidedPositive)}, negatives > 0 OR stored_negative, positives > 0 OR stored_positive) AS against
  FROM (
    SELECT *, min(if(status IN ${list(submitted)}, at, toDateTime('${never}', 'UTC'))) OVER
        (PARTITION BY request_id ORDER BY package RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS submit,
      countIf(status IN ${list(decidedPositive)}) OVER before AS positives,
      countIf(status IN ${list(decidedNegative)}) OVER before AS negatives
    FROM stage_events WHERE status IN ${relevant} AND request_id IN (SELECT request_id FROM stage_doubtful)
    WINDOW before AS (PARTITION BY request_id ORDER BY package, at, file, row ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  ) AS event
  LEFT JOIN (
    SELECT request_id, min(first_submitted) AS stored_submit, min(first_positive) < '${never}' AS stored_positive,
      min(first_negative) < '${never}' AS stored_negative
    FROM request_state WHERE request_id IN (SELECT request_id FROM stage_doubtful) GROUP BY request_id
    UNION ALL
    SELECT request_id, toDateTime('${never}', 'UTC'), 0, 0 FROM stage_doubtful
    WHERE request_id NOT IN (SELECT request_id FROM request_state)
  ) AS stored USING (request_id)
  WHERE status IN ${list(decided)}`

const doubts = `
  SELECT package, file, code, count() AS rows, ${sampled("'request_id'", 'request_id')} AS samples FROM (
    SELECT DISTINCT package, file, row, request_id, code FROM (${decisions})
    ARRAY JOIN arrayConcat(if(early, ['out_of_order'], []), if(against, ['decision_conflict'], [])) AS code
  ) GROUP BY package, file, code`

interface Row extends Omit<Warning, 'samples'> {
  readonly samples: readonly { readonly row: string; readonly column: string; readonly value: string }[]
}

const one = async (ch: ClickHouse, sql: string, settings?: Settings): Promise<number> =>
  (await ch.query<{ rows: number }>(sql, {}, settings))[0]?.rows ?? 0
const rowsIn = (ch: ClickHouse, table: string): Promise<number> => one(ch, `SELECT count() AS rows FROM ${table}`)

/** Every side of these joins stands in the order of `request_id`: nothing is sorted and no table of hashes is made. */
const inOrder: Settings = {
  join_algorithm: 'full_sorting_merge',
  join_use_nulls: 1,
  optimize_aggregation_in_order: 1,
  optimize_distinct_in_order: 1,
}
/** Which rows of the store to read: for few requests looking them up is quicker, for many going through all of it. */
async function among(ch: ClickHouse, store: string, requests: string): Promise<string> {
  const [asked, stored] = await Promise.all([rowsIn(ch, 'stage_lives'), rowsIn(ch, store)])
  return asked * 4 < stored ? `WHERE request_id IN (${requests})` : ''
}

async function noteDoubtful(ch: ClickHouse): Promise<number> {
  const stored = await among(ch, 'request_state', `SELECT request_id FROM stage_lives WHERE ${isDecided}`)
  await ch.command(`INSERT INTO stage_doubtful ${doubtful(stored)}`, {}, inOrder)
  return rowsIn(ch, 'stage_doubtful')
}

/** Events are asked row by row only where some of their requests are unknown, which takes a look at each request once. */
async function worthAsking(ch: ClickHouse, tables: readonly string[]): Promise<string[]> {
  if (!tables.includes('stage_events')) return tables.map(unknownRequests)
  const stored = await among(ch, 'request_current', 'SELECT request_id FROM stage_lives')
  const waiting = await one(ch, waitingRequests(stored), inOrder)
  return tables.filter((table) => table !== 'stage_events' || waiting > 0).map(unknownRequests)
}

/** Those of the tables that have rows: the question is cheap, what it spares is not. */
async function filled(ch: ClickHouse, tables: readonly string[]): Promise<string[]> {
  const counts = await Promise.all(tables.map((table) => rowsIn(ch, table)))
  return tables.filter((_, index) => (counts[index] ?? 0) > 0)
}

/** A service may be known to the register without any file: somebody wrote it there. */
async function warnOfServices({ ch, registered }: Pick<CheckParts, 'ch' | 'registered'>): Promise<Row[]> {
  const ids = (await ch.query<{ id: string }>(newServices)).map(({ id }) => id)
  if (ids.length === 0) return []
  const known = new Set(await registered?.(ids))
  const unknown = ids.filter((id) => !known.has(id))
  return unknown.length > 0 ? ch.query<Row>(unknownServices, { unknown }) : []
}

/** The warnings of everything in the staging area, per file. Call after the repeated events have been taken out. */
export async function findWarnings({ ch, registered }: Pick<CheckParts, 'ch' | 'registered'>): Promise<Warning[]> {
  const doubted = await noteDoubtful(ch)
  const waiting = await filled(ch, ['stage_events', 'stage_payments', 'stage_ratings', 'stage_complaints'])
  const known = await filled(ch, ['request_current', 'stage_requests'])
  const unknown = known.length === 0 ? waiting.map(unknownAll) : await worthAsking(ch, waiting)
  const queries = [...unknown, noted, ...(doubted > 0 ? [doubts] : [])].map((query) => ch.query<Row>(query))
  const found = await Promise.all([...queries, warnOfServices({ ch, registered })])
  return found.flat().map((row) => ({ ...row, samples: row.samples.map((s) => ({ ...s, row: Number(s.row) })) }))
}
