import { type Kind, kinds } from '@otklik/model/exchange'
import { type Fact, factColumns, factLayout } from '../../facts/index.ts'

/**
 * Where packages are checked before they are in. The rows of a file go into the intake table of its kind, which keeps
 * nothing and hands each block on: good rows to the staging table of the fact, bad ones with their cells to `stage_bad`.
 * All are made once with the schema, because statements that make tables would cost a small package more than its rows.
 * One import runs at a time; what a broken one left is emptied by the next.
 */
const factOf: Readonly<Record<Kind, Fact>> = {
  requests: 'requests',
  events: 'events',
  wide: 'requests',
  payments: 'payments',
  ratings: 'ratings',
  complaints: 'complaints',
  services: 'services',
}
const wideEvent = "Tuple(section String, status UInt16, at DateTime('UTC'), time_known Bool)"
const namesOf = (columns: string): string =>
  columns
    .split(/, (?=[a-z_]+ [A-Z])/)
    .map((column) => column.trim().split(' ')[0])
    .join(', ')

/** Parts stay here for seconds and are merged where they go: merging them twice would cost an import its second core. */
const keepApart = 'max_bytes_to_merge_at_max_space_in_pool = 1'
const unmerged = `SETTINGS ${keepApart}`
const stages = (Object.keys(factColumns) as Fact[]).map(
  (fact) =>
    `CREATE TABLE IF NOT EXISTS stage_${fact} (${factColumns[fact]}) ENGINE = MergeTree ${factLayout[fact]} ${unmerged}`,
)
const place = 'package UInt32, file UInt16, row UInt32'

/** Bad rows, with their cells as they stood in the file. */
const bad = `CREATE TABLE IF NOT EXISTS stage_bad (${place}, bytes UInt64, cells Array(String))
  ENGINE = MergeTree ORDER BY (package, file, row)`
/** Warnings that belong to a row. */
const notes = `CREATE TABLE IF NOT EXISTS stage_notes (${place}, code LowCardinality(String), column LowCardinality(String), value String)
  ENGINE = MergeTree ORDER BY (package, file, code, row)`
/**
 * What the staged events say of each request, in one pass over them: the warnings, the repetitions and the state of the
 * requests are worked out from this much smaller table. `months`: number of the local month (year · 12 + month)
 * times 16, plus 1 submitted, 2 in error, 4 decided, 8 refused. Besides: hashes that may stand for a
 * repetition, requests whose decisions need a closer look, requests spoken of before they came.
 */
const scratch = [
  `CREATE TABLE IF NOT EXISTS stage_lives (request_id String, first_package UInt32, repeated Bool,
    first_submitted DateTime('UTC'), first_positive DateTime('UTC'), first_negative DateTime('UTC'),
    months Array(UInt32)) ENGINE = MergeTree ORDER BY request_id`,
  'CREATE TABLE IF NOT EXISTS stage_suspects (hash UInt64) ENGINE = MergeTree ORDER BY hash',
  'CREATE TABLE IF NOT EXISTS stage_doubtful (request_id String) ENGINE = MergeTree ORDER BY request_id',
]
/** Events that are there already. */
const repeats = `CREATE TABLE IF NOT EXISTS stage_repeats (${place}, request_id String, at DateTime('UTC'), section String, status UInt16)
  ENGINE = MergeTree ORDER BY (package, file, row)`

function intake(kind: Kind): string[] {
  const columns = factColumns[factOf[kind]]
  const extra = kind === 'wide' ? `, events Array(${wideEvent})` : ''
  const from = `FROM intake_${kind}`
  const view = (name: string, to: string, select: string) =>
    `CREATE MATERIALIZED VIEW IF NOT EXISTS intake_${kind}_${name} TO ${to} AS SELECT ${select}`
  const views = [
    view('good', `stage_${factOf[kind]}`, `${namesOf(columns)} ${from} WHERE NOT bad`),
    view('bad', 'stage_bad', `package, file, row, bytes, cells ${from} WHERE bad`),
    view(
      'untimed',
      'stage_notes',
      `package, file, row, 'no_time' AS code, untimed AS column, '' AS value ${from} WHERE untimed != '' AND NOT bad`,
    ),
  ]
  return [
    `CREATE TABLE IF NOT EXISTS intake_${kind} (${columns}${extra}, bad Bool, untimed LowCardinality(String), bytes UInt64,
      cells Array(String)) ENGINE = Null`,
    ...views,
  ]
}

/** The events of a `wide` row, each once; a moment given twice in the row is a repetition of itself. */
const wideViews = [
  `CREATE MATERIALIZED VIEW IF NOT EXISTS intake_wide_events TO stage_events AS
    SELECT request_id, e.section AS section, e.status AS status, e.at AS at, e.time_known AS time_known, package, file, row
    FROM intake_wide ARRAY JOIN arrayDistinct(events) AS e WHERE NOT bad`,
  `CREATE MATERIALIZED VIEW IF NOT EXISTS intake_wide_repeated TO stage_notes AS
    SELECT package, file, row, 'duplicate_event' AS code, '' AS column, '' AS value FROM intake_wide
    WHERE NOT bad AND length(events) != length(arrayDistinct(events))`,
]

/** DDL of the staging area, in order. Needs nothing else. */
export const stagingTables: readonly string[] = [
  ...stages,
  bad,
  notes,
  repeats,
  ...scratch,
  ...kinds.flatMap(intake),
  ...wideViews,
]
/** Steps added later, after those. */
export const stagingAdditions: readonly string[] = [
  'CREATE TABLE IF NOT EXISTS stage_waiting (request_id String) ENGINE = MergeTree ORDER BY request_id',
  `ALTER TABLE stage_lives MODIFY SETTING ${keepApart}`,
]
/**
 * A part is one file for all its columns: it lives for seconds, and making thirty files for each took longer than to fill
 * them wherever the file system had just been deleting others.
 */
const inOneFile = 'min_bytes_for_wide_part = 1073741824'
const factStages = Object.keys(factColumns).map((fact) => `stage_${fact}`)
export const stagingSettings: readonly string[] = [...factStages, 'stage_lives'].map(
  (table) => `ALTER TABLE ${table} MODIFY SETTING ${inOneFile}`,
)
export const stageTableNames: readonly string[] = [...factStages, 'stage_bad', 'stage_notes', 'stage_repeats']
/** Tables without package and file, emptied with the rest. */
export const scratchTableNames: readonly string[] = ['stage_lives', 'stage_suspects', 'stage_doubtful', 'stage_waiting']
