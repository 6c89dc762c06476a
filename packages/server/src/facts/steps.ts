import type { SchemaStep } from '../platform/clickhouse/schema.ts'
import { type Fact, factColumns, factLayout, moment, word } from './tables.ts'

const facts = (name: Fact) =>
  `CREATE TABLE IF NOT EXISTS ${name} (${factColumns[name]}) ENGINE = MergeTree ${factLayout[name]}`

/** The request as its latest row says; version = package. */
const current = `CREATE TABLE IF NOT EXISTS request_current (request_id String, service_id ${word}, subservice_id ${word}, region ${word},
    office ${word}, submission_channel ${word}, version UInt64)
    ENGINE = ReplacingMergeTree(version) ORDER BY request_id`

/** First moments over everything that ever came for the request, known or waiting. */
const state = `CREATE TABLE IF NOT EXISTS request_state (request_id String, first_submitted SimpleAggregateFunction(min, ${moment}),
    first_positive SimpleAggregateFunction(min, ${moment}), first_negative SimpleAggregateFunction(min, ${moment}))
    ENGINE = AggregatingMergeTree ORDER BY request_id`

/** What the request did in a local month; a row stands for every month with a counted event. */
const months = `CREATE TABLE IF NOT EXISTS request_months (request_id String, month Date, submit SimpleAggregateFunction(max, UInt8),
    in_error SimpleAggregateFunction(max, UInt8), decided SimpleAggregateFunction(max, UInt8),
    refused SimpleAggregateFunction(max, UInt8))
    ENGINE = AggregatingMergeTree ORDER BY (request_id, month)`

/** Requests whose state is made again, and what their events say of them then. */
const restated = 'CREATE TABLE IF NOT EXISTS restated (request_id String) ENGINE = MergeTree ORDER BY request_id'
const restatedLives = `CREATE TABLE IF NOT EXISTS restated_lives (request_id String, first_package UInt32, repeated Bool,
    first_submitted ${moment}, first_positive ${moment}, first_negative ${moment}, months Array(UInt32))
    ENGINE = MergeTree ORDER BY request_id`

const cubeColumns =
  `month Date, service_id ${word}, subservice_id ${word}, region ${word}, office ${word}, channel ${word}, ` +
  'submitted UInt64, in_error UInt64, decided UInt64, refused UInt64, ratings UInt64, rating_sum UInt64, rating_squares Float64'
const cube = (name: string) =>
  `CREATE TABLE IF NOT EXISTS ${name} (${cubeColumns}) ENGINE = MergeTree PARTITION BY month
     ORDER BY (service_id, region, channel, office, subservice_id)`

/** The tables of facts, of the state of requests and of the cube. Released names and statements stay as they are. */
export const schemaSteps: readonly SchemaStep[] = [
  { name: 'progress/001-facts/001', sql: facts('events') },
  { name: 'progress/001-facts/002', sql: facts('requests') },
  { name: 'progress/001-facts/003', sql: facts('payments') },
  { name: 'progress/001-facts/004', sql: facts('ratings') },
  { name: 'progress/001-facts/005', sql: facts('complaints') },
  { name: 'progress/001-facts/006', sql: facts('services') },
  { name: 'progress/001-facts/007', sql: current },
  { name: 'progress/001-facts/008', sql: state },
  { name: 'progress/001-facts/009', sql: months },
  { name: 'progress/001-facts/010', sql: cube('cube') },
  { name: 'progress/001-facts/011', sql: cube('cube_next') },
  { name: '2026-12-01-facts-restated', sql: restated },
  { name: '2026-12-01-facts-restated-lives', sql: restatedLives },
]
