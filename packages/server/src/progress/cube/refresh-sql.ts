import { REQUEST_COUNTS } from '@otklik/model/indicators'
import { ratingScale } from '../../facts/index.ts'

/** Requests as they are known now: what waits for its request joins with nothing and isn't counted. */
const known =
  '(SELECT request_id, service_id, subservice_id, region, office, submission_channel AS channel FROM request_current FINAL)'
const slice = 'month, service_id, subservice_id, region, office, channel'
const counted = REQUEST_COUNTS.map(({ column }) => column)
const columns = `${slice}, ${counted.join(', ')}, ratings, rating_sum, rating_squares`
const eachMonth = REQUEST_COUNTS.filter(({ month }) => month === 'each').map(({ column }) => column)
/** The columns of all counts, 0 where the rows in hand say nothing of one. */
const counts = (of: readonly string[], sql: (column: string) => string): string =>
  counted.map((column) => `${of.includes(column) ? sql(column) : '0'} AS n_${column}`).join(', ')

/**
 * What requests did in the months: in each month with an event of a count, submitted in the month of the first event of
 * submission alone. Each side of a join stands in the order of request_id, so that nothing has to be sorted; both kinds of
 * rows in one join would have to be. The month is a part of the key of `request_months`, so that other months can be left
 * out before the rows of a key are made one.
 */
export const countedRows = `INSERT INTO cube_next (${columns})
SELECT ${slice}, ${counted.map((column) => `sum(n_${column})`).join(', ')}, 0, 0, 0 FROM (
  SELECT ${slice}, ${counts(eachMonth, (column) => `sum(${column})`)}
  FROM ${known} AS known INNER JOIN (
    SELECT request_id, month, ${eachMonth.join(', ')}
    FROM request_months FINAL PREWHERE month IN {months:Array(Date)}
    WHERE ${eachMonth.map((column) => `${column} = 1`).join(' OR ')}
  ) AS done USING request_id
  GROUP BY ${slice}
  UNION ALL
  SELECT ${slice}, ${counts(['submitted'], () => 'count()')}
  FROM ${known} AS known INNER JOIN (
    SELECT request_id, toStartOfMonth(first_submitted) AS month
    FROM request_state FINAL WHERE toStartOfMonth(first_submitted) IN {months:Array(Date)}
  ) AS submitted USING request_id
  GROUP BY ${slice}
)
GROUP BY ${slice}`

/** The latest row of each rating (a later row of a package replaces an earlier one of the same request and moment). */
export const currentRatings = (where: string): string =>
  `SELECT request_id, rated_at, argMax((score, criteria, value, review), (package, file, row)) AS latest
   FROM ratings WHERE ${where} GROUP BY request_id, rated_at`

/** Squares are kept in steps of 2⁻²⁰, so that their sums are exact and don't depend on the order of adding. */
const square = `round(pow(rating / ${ratingScale}, 2) * 1048576) / 1048576`

export const ratedRows = `INSERT INTO cube_next (${columns})
SELECT ${slice}, ${counted.map(() => '0').join(', ')}, count(), sum(rating), sum(${square})
FROM ${known} AS known INNER JOIN (
  SELECT request_id, toStartOfMonth(rated_at) AS month, latest.3 AS rating
  FROM (${currentRatings('toStartOfMonth(rated_at) IN {months:Array(Date)}')}) ORDER BY request_id
) AS rated USING request_id
GROUP BY ${slice}`
