/**
 * The tables of what is counted, in ClickHouse. Everything here can be made again from the accepted package files.
 *
 * Facts: one row per accepted row of a package, with the package, file and row it came from; never changed.
 * State: what the indicators need of each request, kept by engines whose merges are idempotent (max, min, replace), so that
 * applying a package twice, after a crash in the middle, changes nothing.
 * Cube: the counted figures per month and slice, replaced whole for each month that a package touched.
 *
 * `at` and every other moment is local wall time as the supplier reported it, held in a UTC column: months are local months
 * and need no zone; an instant is computed on reading from the office's zone, else the region's (docs/adr).
 */
const origin = 'package UInt32, file UInt16, row UInt32'
const section = "Enum8('ОГВ' = 1, 'МФЦ' = 2, 'ЕПГУ' = 3, 'ВИС' = 4)"
const word = 'LowCardinality(String)'
const moment = "DateTime('UTC')"
const moments = (names: readonly string[]) => names.map((name) => `${name} Nullable(${moment})`).join(', ')

/** Columns of the fact tables, also those of the staging tables a package is checked in. */
export const factColumns = {
  events: `request_id String, at ${moment}, section ${section}, status UInt16, time_known Bool, ${origin}`,
  requests:
    `request_id String, service_id ${word}, subservice_id ${word}, consultation_topic String, submission_channel ${word}, ` +
    `result_channel ${word}, smev_kinds String, region ${word}, office ${word}, applicant_kind ${word}, applicant_hash String, ` +
    `gender ${word}, age ${word}, ogrn String, ${origin}`,
  payments:
    `request_id String, uin String, ` +
    `${moments(['uin_assigned_at', 'paid_at', 'payment_confirmed_at', 'form_error_at', 'refunded_at'])}, ${origin}`,
  ratings: `request_id String, rated_at ${moment}, score UInt8, criteria String, value UInt64, review String, ${origin}`,
  complaints:
    `request_id String, accepted_at ${moment}, ` +
    `${moments(['scheduled_at', 'upheld_at', 'rejected_at'])}, ${origin}`,
  services:
    `service_id String, subservice_id String, name String, authority String, region ${word}, kind ${word}, ` +
    `term_days Nullable(UInt16), term_unit ${word}, fee String, life_situations String, ${origin}`,
} as const
export type Fact = keyof typeof factColumns

/** How a fact table is laid out; a staging table must be laid out alike, or its parts can't be handed over. */
export const factLayout: Readonly<Record<Fact, string>> = {
  // By the hash of the request: sorting numbers takes a third less than sorting their texts, and one request is found as fast.
  events: 'PARTITION BY toYYYYMM(at) ORDER BY (cityHash64(request_id), at, section, status)',
  requests: 'ORDER BY (request_id, package, file, row)',
  payments: 'ORDER BY (request_id, uin, package, file, row)',
  ratings: 'PARTITION BY toYYYYMM(rated_at) ORDER BY (request_id, rated_at, package, file, row)',
  complaints: 'ORDER BY (request_id, accepted_at, package, file, row)',
  services: 'ORDER BY (service_id, subservice_id, package, file, row)',
}

/** `ratings.value`: mean of the criteria (or the score) times this number, exact for up to 20 criteria. */
export const ratingScale = 232_792_560
/** `request_state` holds this moment where the request has no such event. */
export const never = '2106-01-01 00:00:00'

const facts = Object.keys(factColumns) as Fact[]

const state = [
  // The request as its latest row says; version = package.
  `CREATE TABLE IF NOT EXISTS request_current (request_id String, service_id ${word}, subservice_id ${word}, region ${word},
    office ${word}, submission_channel ${word}, version UInt64)
    ENGINE = ReplacingMergeTree(version) ORDER BY request_id`,
  // First moments over everything that ever came for the request, known or waiting.
  `CREATE TABLE IF NOT EXISTS request_state (request_id String, first_submitted SimpleAggregateFunction(min, ${moment}),
    first_positive SimpleAggregateFunction(min, ${moment}), first_negative SimpleAggregateFunction(min, ${moment}))
    ENGINE = AggregatingMergeTree ORDER BY request_id`,
  // What the request did in a local month; a row stands for every month with a counted event.
  `CREATE TABLE IF NOT EXISTS request_months (request_id String, month Date, submit SimpleAggregateFunction(max, UInt8),
    in_error SimpleAggregateFunction(max, UInt8), decided SimpleAggregateFunction(max, UInt8),
    refused SimpleAggregateFunction(max, UInt8))
    ENGINE = AggregatingMergeTree ORDER BY (request_id, month)`,
]
const cubeColumns =
  `month Date, service_id ${word}, subservice_id ${word}, region ${word}, office ${word}, channel ${word}, ` +
  'submitted UInt64, in_error UInt64, decided UInt64, refused UInt64, ratings UInt64, rating_sum UInt64, rating_squares Float64'
const cube = ['cube', 'cube_next'].map(
  (name) =>
    `CREATE TABLE IF NOT EXISTS ${name} (${cubeColumns}) ENGINE = MergeTree PARTITION BY month
     ORDER BY (service_id, region, channel, office, subservice_id)`,
)

/** DDL of every table of this context, in order; steps of the schema are made from it. */
export const factTables: readonly string[] = [
  ...facts.map(
    (fact) => `CREATE TABLE IF NOT EXISTS ${fact} (${factColumns[fact]}) ENGINE = MergeTree ${factLayout[fact]}`,
  ),
  ...state,
  ...cube,
]

/** The tables whose rows stay; `cube_next` is only where a month is counted before it is swapped in. */
export const keptTables: readonly string[] = [...facts, 'request_current', 'request_state', 'request_months', 'cube']
