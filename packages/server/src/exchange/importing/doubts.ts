import { decided, decidedNegative, decidedPositive, submitted } from '@otklik/model/statuses'
import { isWithdrawn, never } from '../../facts/index.ts'
import type { ClickHouse } from '../../platform/clickhouse/client.ts'
import { among, inOrder, sampled, type WarningRow } from './samples.ts'

const list = (codes: readonly number[]): string => `(${codes.join(', ')})`
const relevant = list([...new Set([...submitted, ...decided])])
const isDecided = `least(first_positive, first_negative) < '${never}'`
/** A decision before the submission, or one against another. */
const isDoubtful = (submit: string, positive: string, negative: string): string =>
  `(least(${positive}, ${negative}) < ${submit} AND ${submit} < '${never}' OR ${positive} < '${never}' AND ${negative} < '${never}')`

/**
 * Notes the requests that may have a decision out of order or against another: by what is staged of them alone, and of those
 * that came before by both together, in the order of request_id.
 * @param store which requests of the store are looked at.
 */
const doubtful = (store: string): string => `INSERT INTO stage_doubtful
  SELECT request_id FROM stage_lives WHERE ${isDoubtful('first_submitted', 'first_positive', 'first_negative')}
  UNION ALL
  SELECT request_id FROM (
    SELECT request_id, least(first_submitted, submitted) AS submit, least(first_positive, positive) AS plus,
      least(first_negative, negative) AS minus
    FROM (SELECT request_id, first_submitted, first_positive, first_negative FROM stage_lives WHERE ${isDecided}) AS life
    INNER JOIN (
      SELECT request_id, min(first_submitted) AS submitted, min(first_positive) AS positive, min(first_negative) AS negative
      FROM request_state ${store} GROUP BY request_id
    ) AS stored USING (request_id)
  ) WHERE ${isDoubtful('submit', 'plus', 'minus')}`

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
    FROM (
      SELECT request_id, first_submitted, first_positive, first_negative FROM request_state
      WHERE request_id IN (SELECT request_id FROM stage_doubtful) AND request_id NOT IN (SELECT request_id FROM stage_withdrawn)
      UNION ALL
      SELECT request_id, if(status IN ${list(submitted)}, at, toDateTime('${never}', 'UTC')),
        if(status IN ${list(decidedPositive)}, at, toDateTime('${never}', 'UTC')),
        if(status IN ${list(decidedNegative)}, at, toDateTime('${never}', 'UTC'))
      FROM events WHERE cityHash64(request_id) IN (SELECT cityHash64(request_id) FROM stage_withdrawn)
        AND request_id IN (SELECT request_id FROM stage_withdrawn) AND NOT ${isWithdrawn}
      UNION ALL
      SELECT request_id, toDateTime('${never}', 'UTC') AS nothing, nothing, nothing FROM stage_withdrawn
    ) GROUP BY request_id
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

/** Decisions out of order or against one another (`out_of_order`, `decision_conflict`), per file. */
export async function findDoubts(ch: ClickHouse, sizeOf: (table: string) => number): Promise<WarningRow[]> {
  if (sizeOf('stage_lives') === 0) return []
  const decidedHere = `SELECT request_id FROM stage_lives WHERE ${isDecided}`
  const stored = among(decidedHere, sizeOf('stage_lives'), sizeOf('request_state'))
  await ch.command(doubtful(stored), {}, inOrder)
  const [found] = await ch.query<{ requests: number }>('SELECT count() AS requests FROM stage_doubtful')
  return found?.requests ? ch.query<WarningRow>(doubts) : []
}
