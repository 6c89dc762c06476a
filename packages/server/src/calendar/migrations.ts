import { sql } from 'kysely'
import type { Migration } from '../platform/postgres/migration.ts'

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-30-calendar-years',
    async up(db) {
      await sql`
        CREATE TABLE calendar_years (
          year integer PRIMARY KEY CHECK (year BETWEEN 2000 AND 2099),
          source text NOT NULL,
          off_weekdays text[] NOT NULL,
          working_weekends text[] NOT NULL,
          short text[] NOT NULL
        )`.execute(db)
      await sql`
        CREATE TABLE calendar_changes (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          year integer NOT NULL,
          at timestamptz NOT NULL,
          by text NOT NULL,
          before jsonb,
          after jsonb NOT NULL
        )`.execute(db)
      await sql`CREATE INDEX calendar_changes_year ON calendar_changes (year, id)`.execute(db)
      await sql`
        CREATE FUNCTION calendar_changes_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'calendar_changes is append-only' USING ERRCODE = 'insufficient_privilege';
        END $$`.execute(db)
      await sql`
        CREATE TRIGGER calendar_changes_are_final BEFORE UPDATE OR DELETE OR TRUNCATE ON calendar_changes
        FOR EACH STATEMENT EXECUTE FUNCTION calendar_changes_are_final()`.execute(db)
    },
  },
]
