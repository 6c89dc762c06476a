import type { Kind } from '@otklik/model/exchange'
import { columnNames, type Fact, factColumns, factLayout } from '../../facts/index.ts'
import type { SchemaStep } from '../../platform/clickhouse/schema.ts'
import { factOf } from './tables.ts'

/** Parts stay here for seconds and are merged where they go: merging them twice would cost an import its second core. */
const keepApart = 'max_bytes_to_merge_at_max_space_in_pool = 1'
/**
 * A part is one file for all its columns: it lives for seconds, and making thirty files for each took longer than to fill
 * them wherever the file system had just been deleting others.
 */
const inOneFile = 'min_bytes_for_wide_part = 1073741824'
const setting = (table: string, value: string) => `ALTER TABLE ${table} MODIFY SETTING ${value}`

const stage = (fact: Fact) =>
  `CREATE TABLE IF NOT EXISTS stage_${fact} (${factColumns[fact]}) ENGINE = MergeTree ${factLayout[fact]} SETTINGS ${keepApart}`
const place = 'package UInt32, file UInt16, row UInt32'

/** Bad rows, with their cells as they stood in the file. */
const bad = `CREATE TABLE IF NOT EXISTS stage_bad (${place}, bytes UInt64, cells Array(String))
  ENGINE = MergeTree ORDER BY (package, file, row)`
/** Warnings that belong to a row. */
const notes = `CREATE TABLE IF NOT EXISTS stage_notes (${place}, code LowCardinality(String), column LowCardinality(String), value String)
  ENGINE = MergeTree ORDER BY (package, file, code, row)`
/** Events that are there already. */
const repeats = `CREATE TABLE IF NOT EXISTS stage_repeats (${place}, request_id String, at DateTime('UTC'), section String, status UInt16)
  ENGINE = MergeTree ORDER BY (package, file, row)`
/**
 * What the staged events say of each request, in one pass over them: the warnings, the repetitions and the state of the
 * requests are worked out from this much smaller table. `months`: number of the local month (year · 12 + month)
 * times 16, plus 1 submitted, 2 in error, 4 decided, 8 refused.
 */
const lives = `CREATE TABLE IF NOT EXISTS stage_lives (request_id String, first_package UInt32, repeated Bool,
    first_submitted DateTime('UTC'), first_positive DateTime('UTC'), first_negative DateTime('UTC'),
    months Array(UInt32)) ENGINE = MergeTree ORDER BY request_id`
/** Hashes that may stand for a repetition. */
const suspects = 'CREATE TABLE IF NOT EXISTS stage_suspects (hash UInt64) ENGINE = MergeTree ORDER BY hash'
/** Requests whose decisions need a closer look. */
const doubtful = 'CREATE TABLE IF NOT EXISTS stage_doubtful (request_id String) ENGINE = MergeTree ORDER BY request_id'
/** Requests spoken of before they came. */
const waiting = 'CREATE TABLE IF NOT EXISTS stage_waiting (request_id String) ENGINE = MergeTree ORDER BY request_id'

const event = "request_id String, at DateTime('UTC'), section String, status UInt16"
/** Events of wide rows that a later one may have withdrawn, with the row they came from. */
const told = `CREATE TABLE IF NOT EXISTS stage_told (${event}, ${place}) ENGINE = MergeTree ORDER BY (request_id, at)`
/** Those that are withdrawn, with the row that does it. */
const withdrawn = `CREATE TABLE IF NOT EXISTS stage_withdrawn (${place}, ${event}, from_package UInt32, from_file UInt16, from_row UInt32)
  ENGINE = MergeTree ORDER BY (request_id, at)`
/** Wide rows that took the place of an earlier one. */
const replacing = `CREATE TABLE IF NOT EXISTS stage_replacing (${place}) ENGINE = MergeTree ORDER BY (package, file, row)`

const wideEvent = "Tuple(section String, status UInt16, at DateTime('UTC'), time_known Bool)"

function intake(kind: Kind): string {
  const extra = kind === 'wide' ? `, events Array(${wideEvent})` : ''
  return `CREATE TABLE IF NOT EXISTS intake_${kind} (${factColumns[factOf[kind]]}${extra}, bad Bool, untimed LowCardinality(String), bytes UInt64,
      cells Array(String)) ENGINE = Null`
}
const view = (name: string, to: string, select: string) =>
  `CREATE MATERIALIZED VIEW IF NOT EXISTS intake_${name} TO ${to} AS SELECT ${select}`
const good = (kind: Kind) =>
  view(
    `${kind}_good`,
    `stage_${factOf[kind]}`,
    `${columnNames(factOf[kind]).join(', ')} FROM intake_${kind} WHERE NOT bad`,
  )
const aside = (kind: Kind) =>
  view(`${kind}_bad`, 'stage_bad', `package, file, row, bytes, cells FROM intake_${kind} WHERE bad`)
const untimed = (kind: Kind) =>
  view(
    `${kind}_untimed`,
    'stage_notes',
    `package, file, row, 'no_time' AS code, untimed AS column, '' AS value FROM intake_${kind} WHERE untimed != '' AND NOT bad`,
  )

/** The events of a `wide` row, each once; a moment given twice in the row is a repetition of itself. */
const wideEvents = `CREATE MATERIALIZED VIEW IF NOT EXISTS intake_wide_events TO stage_events AS
    SELECT request_id, e.section AS section, e.status AS status, e.at AS at, e.time_known AS time_known, package, file, row
    FROM intake_wide ARRAY JOIN arrayDistinct(events) AS e WHERE NOT bad`
const wideRepeated = `CREATE MATERIALIZED VIEW IF NOT EXISTS intake_wide_repeated TO stage_notes AS
    SELECT package, file, row, 'duplicate_event' AS code, '' AS column, '' AS value FROM intake_wide
    WHERE NOT bad AND length(events) != length(arrayDistinct(events))`

/** The staging area. Released names and statements stay as they are; the facts' own columns are part of them. */
export const schemaSteps: readonly SchemaStep[] = [
  { name: 'exchange/001-staging/001', sql: stage('events') },
  { name: 'exchange/001-staging/002', sql: stage('requests') },
  { name: 'exchange/001-staging/003', sql: stage('payments') },
  { name: 'exchange/001-staging/004', sql: stage('ratings') },
  { name: 'exchange/001-staging/005', sql: stage('complaints') },
  { name: 'exchange/001-staging/006', sql: stage('services') },
  { name: 'exchange/001-staging/007', sql: bad },
  { name: 'exchange/001-staging/008', sql: notes },
  { name: 'exchange/001-staging/009', sql: repeats },
  { name: 'exchange/001-staging/010', sql: lives },
  { name: 'exchange/001-staging/011', sql: suspects },
  { name: 'exchange/001-staging/012', sql: doubtful },
  { name: 'exchange/001-staging/013', sql: intake('requests') },
  { name: 'exchange/001-staging/014', sql: good('requests') },
  { name: 'exchange/001-staging/015', sql: aside('requests') },
  { name: 'exchange/001-staging/016', sql: untimed('requests') },
  { name: 'exchange/001-staging/017', sql: intake('events') },
  { name: 'exchange/001-staging/018', sql: good('events') },
  { name: 'exchange/001-staging/019', sql: aside('events') },
  { name: 'exchange/001-staging/020', sql: untimed('events') },
  { name: 'exchange/001-staging/021', sql: intake('wide') },
  { name: 'exchange/001-staging/022', sql: good('wide') },
  { name: 'exchange/001-staging/023', sql: aside('wide') },
  { name: 'exchange/001-staging/024', sql: untimed('wide') },
  { name: 'exchange/001-staging/025', sql: intake('payments') },
  { name: 'exchange/001-staging/026', sql: good('payments') },
  { name: 'exchange/001-staging/027', sql: aside('payments') },
  { name: 'exchange/001-staging/028', sql: untimed('payments') },
  { name: 'exchange/001-staging/029', sql: intake('ratings') },
  { name: 'exchange/001-staging/030', sql: good('ratings') },
  { name: 'exchange/001-staging/031', sql: aside('ratings') },
  { name: 'exchange/001-staging/032', sql: untimed('ratings') },
  { name: 'exchange/001-staging/033', sql: intake('complaints') },
  { name: 'exchange/001-staging/034', sql: good('complaints') },
  { name: 'exchange/001-staging/035', sql: aside('complaints') },
  { name: 'exchange/001-staging/036', sql: untimed('complaints') },
  { name: 'exchange/001-staging/037', sql: intake('services') },
  { name: 'exchange/001-staging/038', sql: good('services') },
  { name: 'exchange/001-staging/039', sql: aside('services') },
  { name: 'exchange/001-staging/040', sql: untimed('services') },
  { name: 'exchange/001-staging/041', sql: wideEvents },
  { name: 'exchange/001-staging/042', sql: wideRepeated },
  { name: 'exchange/002-staging/001', sql: waiting },
  { name: 'exchange/002-staging/002', sql: setting('stage_lives', keepApart) },
  { name: 'exchange/003-staging/001', sql: setting('stage_events', inOneFile) },
  { name: 'exchange/003-staging/002', sql: setting('stage_requests', inOneFile) },
  { name: 'exchange/003-staging/003', sql: setting('stage_payments', inOneFile) },
  { name: 'exchange/003-staging/004', sql: setting('stage_ratings', inOneFile) },
  { name: 'exchange/003-staging/005', sql: setting('stage_complaints', inOneFile) },
  { name: 'exchange/003-staging/006', sql: setting('stage_services', inOneFile) },
  { name: 'exchange/003-staging/007', sql: setting('stage_lives', inOneFile) },
  { name: '2026-12-01-exchange-stage-told', sql: told },
  { name: '2026-12-01-exchange-stage-withdrawn', sql: withdrawn },
  { name: '2026-12-01-exchange-stage-replacing', sql: replacing },
]
