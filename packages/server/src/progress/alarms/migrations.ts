import { sql } from 'kysely'
import type { Migration } from '../../platform/postgres/migration.ts'

export const migrations: readonly Migration[] = [
  {
    name: 'progress/001-alarms',
    async up(db) {
      await sql`
        CREATE TABLE alarms (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          figure text NOT NULL CHECK (figure IN ('refusals', 'errors', 'csi')),
          service text NOT NULL,
          month text NOT NULL CHECK (month ~ '^[0-9]{4}-[0-9]{2}$'),
          grade text NOT NULL CHECK (grade IN ('confirmed', 'likely', 'maybe_chance', 'little_data')),
          sentence text NOT NULL,
          "values" jsonb NOT NULL,
          evidence jsonb NOT NULL,
          found_at timestamptz NOT NULL,
          acknowledged_by text,
          acknowledged_at timestamptz,
          reason text,
          UNIQUE (figure, service, month),
          CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL) AND (acknowledged_at IS NULL) = (reason IS NULL))
        )`.execute(db)
      await sql`CREATE INDEX alarms_open ON alarms (month) WHERE acknowledged_at IS NULL`.execute(db)
      await sql`
        CREATE TABLE csi_bases (
          service text PRIMARY KEY,
          "from" text NOT NULL,
          "to" text NOT NULL,
          value double precision NOT NULL,
          n bigint NOT NULL,
          sd double precision NOT NULL,
          chosen_by text NOT NULL,
          chosen_at timestamptz NOT NULL
        )`.execute(db)
    },
  },
  {
    name: 'progress/002-alarms-remaining',
    async up(db) {
      await sql`ALTER TABLE alarms ADD COLUMN remains boolean`.execute(db)
    },
  },
  {
    name: '2026-12-03-progress-cases',
    async up(db) {
      await sql`
        CREATE TABLE alarm_work (
          figure text NOT NULL CHECK (figure IN ('refusals', 'errors', 'csi')),
          service text NOT NULL,
          month text NOT NULL CHECK (month ~ '^[0-9]{4}-[0-9]{2}$'),
          person_id uuid REFERENCES access_users,
          person text,
          due text CHECK (due ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
          changed_at timestamptz NOT NULL,
          PRIMARY KEY (figure, service, month),
          CHECK ((person_id IS NULL) = (person IS NULL))
        )`.execute(db)
      await sql`
        CREATE TABLE alarm_notes (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          figure text NOT NULL CHECK (figure IN ('refusals', 'errors', 'csi')),
          service text NOT NULL,
          month text NOT NULL CHECK (month ~ '^[0-9]{4}-[0-9]{2}$'),
          text text NOT NULL,
          by_name text NOT NULL,
          at timestamptz NOT NULL
        )`.execute(db)
    },
  },
  {
    name: '2026-12-03-progress-chart-notes',
    async up(db) {
      await sql`
        CREATE TABLE chart_notes (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          day text NOT NULL CHECK (day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
          text text NOT NULL,
          service text,
          authority text,
          by_name text NOT NULL,
          at timestamptz NOT NULL,
          CHECK (service IS NULL OR authority IS NULL)
        )`.execute(db)
    },
  },
]
