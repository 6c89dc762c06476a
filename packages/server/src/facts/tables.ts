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
export const word = 'LowCardinality(String)'
export const moment = "DateTime('UTC')"
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

/** The names of a fact's columns, in their order. */
export const columnNames = (fact: Fact): string[] =>
  factColumns[fact].split(/, (?=[a-z_]+ [A-Z])/).map((column) => column.trim().split(' ')[0] ?? '')

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

/** The tables whose rows stay; `cube_next` is only where a month is counted before it is swapped in. */
export const keptTables: readonly string[] = [...facts, 'request_current', 'request_state', 'request_months', 'cube']
