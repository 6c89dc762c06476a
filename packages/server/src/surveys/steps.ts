import type { SchemaStep } from '../platform/clickhouse/schema.ts'

const word = 'LowCardinality(String)'
/** Where an answer came from; 0 and '' are none. */
const source = `day Date, link UInt32, service ${word}, office UInt32, channel ${word}, language ${word}`
/** A batch of answers that is sent again is known by its token. */
const once = 'SETTINGS non_replicated_deduplication_window = 1000'

const sets = `CREATE TABLE IF NOT EXISTS survey_sets (campaign UInt32, version UInt16, ${source}, cells Array(${word}))
ENGINE = MergeTree ORDER BY (campaign, version, day) ${once}`

const tally = `CREATE TABLE IF NOT EXISTS survey_tally (campaign UInt32, item ${word}, key ${word}, version UInt16, ${source}, n UInt64)
ENGINE = SummingMergeTree(n) ORDER BY (campaign, item, key, version, day, link, service, office, channel, language) ${once}`

const totals = `CREATE TABLE IF NOT EXISTS survey_totals (campaign UInt32, version UInt16, item ${word}, key ${word}, n UInt64)
ENGINE = SummingMergeTree(n) ORDER BY (campaign, version, item, key) ${once}`

/** As the tally, without days and links: what most narrowing and comparing asks for, in a hundredth of the rows. */
const sources = `CREATE TABLE IF NOT EXISTS survey_sources (campaign UInt32, version UInt16, item ${word}, key ${word},
  service ${word}, office UInt32, channel ${word}, language ${word}, n UInt64)
ENGINE = SummingMergeTree(n) ORDER BY (campaign, version, item, key, service, office, channel, language) ${once}`

const counted = (into: string, columns: string) =>
  `CREATE MATERIALIZED VIEW IF NOT EXISTS ${into}_fill TO ${into} AS
SELECT campaign, version, substring(cell, 1, position(cell, '\\t') - 1) AS item,
  substring(cell, position(cell, '\\t') + 1) AS key, ${columns}count() AS n
FROM survey_sets ARRAY JOIN cells AS cell
GROUP BY campaign, version, item, key${columns && `, ${columns.slice(0, -2)}`}`

/** Answers as they are counted: the cells that each belongs to, their sums by source and day, by source, and over all. */
export const schemaSteps: readonly SchemaStep[] = [
  { name: '2026-11-30-surveys-1-sets', sql: sets },
  { name: '2026-11-30-surveys-2-tally', sql: tally },
  { name: '2026-11-30-surveys-3-totals', sql: totals },
  {
    name: '2026-11-30-surveys-4-tally-fill',
    sql: counted('survey_tally', 'day, link, service, office, channel, language, '),
  },
  { name: '2026-11-30-surveys-5-totals-fill', sql: counted('survey_totals', '') },
  { name: '2026-12-05-surveys-3-sources', sql: sources },
  { name: '2026-12-05-surveys-4-sources-fill', sql: counted('survey_sources', 'service, office, channel, language, ') },
]
