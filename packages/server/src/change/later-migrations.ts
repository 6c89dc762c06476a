import { type Kysely, sql } from 'kysely'
import type { Migration } from '../platform/postgres/migration.ts'

/** Who was told of a measure; thresholds of the map; surveys drafted. */
export const tellingAndSettings: Migration = {
  name: '2026-12-04-change-telling',
  async up(db) {
    await createTelling(db)
    await createSettings(db)
  },
}

/** What was verified before anybody was told of it stays untold. */
async function createTelling(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE change_measures ADD COLUMN told_at timestamptz`.execute(db)
  await sql`UPDATE change_measures SET told_at = ended_at WHERE state = 'verified'`.execute(db)
  await sql`
    CREATE TABLE change_told (
      measure_id integer NOT NULL REFERENCES change_measures,
      source text NOT NULL,
      key text NOT NULL,
      way text NOT NULL CHECK (way IN ('letter', 'page')),
      news text NOT NULL,
      at timestamptz NOT NULL,
      PRIMARY KEY (measure_id, source, key)
    )`.execute(db)
  await sql`CREATE INDEX change_told_said ON change_told (source, key)`.execute(db)
}

async function createSettings(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE change_settings (
      edition integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      settings jsonb NOT NULL,
      by text NOT NULL,
      at timestamptz NOT NULL
    )`.execute(db)
  await sql`
    CREATE TABLE change_further_drafted (
      process text NOT NULL REFERENCES change_processes,
      month text NOT NULL,
      campaign text NOT NULL,
      by text NOT NULL,
      at timestamptz NOT NULL,
      PRIMARY KEY (process, month)
    )`.execute(db)
}

/** Days are compared as bytes: that order is the same, and a map of a million statements has no language to ask about it. */
export const plainDays: Migration = {
  name: '2026-12-07-change-days',
  async up(db) {
    await sql`ALTER TABLE change_statements ALTER COLUMN day TYPE text COLLATE "C"`.execute(db)
  },
}
