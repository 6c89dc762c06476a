import { expect, test } from 'vitest'
import { batchesOf } from './schema.ts'

const steps = (...statements: string[]) => statements.map((sql, index) => ({ name: String(index), sql }))
const inBatches = (...statements: string[]) =>
  batchesOf(steps(...statements)).map((batch) => batch.map(({ sql }) => sql))

test('tables are made side by side, then the views upon them', () => {
  expect(
    inBatches('CREATE TABLE a', 'CREATE MATERIALIZED VIEW v TO a', 'CREATE TABLE b', 'CREATE MATERIALIZED VIEW w TO b'),
  ).toEqual([
    ['CREATE TABLE a', 'CREATE TABLE b'],
    ['CREATE MATERIALIZED VIEW v TO a', 'CREATE MATERIALIZED VIEW w TO b'],
  ])
})

test('what changes something runs where it stands', () => {
  expect(inBatches('CREATE TABLE a', 'DROP VIEW v', 'ALTER TABLE a', 'CREATE TABLE b', 'CREATE TABLE c')).toEqual([
    ['CREATE TABLE a'],
    ['DROP VIEW v'],
    ['ALTER TABLE a'],
    ['CREATE TABLE b', 'CREATE TABLE c'],
  ])
  expect(inBatches()).toEqual([])
})
