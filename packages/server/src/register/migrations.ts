import { type Kysely, sql } from 'kysely'
import type { Migration } from '../platform/postgres/migration.ts'
import { fillNorms, fillRegions } from './fill.ts'

export const migrations: readonly Migration[] = [
  {
    name: 'register/001-records',
    async up(db) {
      await createPlaces(db)
      await createServices(db)
      await fillRegions(db)
      await fillNorms(db)
    },
  },
  {
    name: 'register/002-history',
    async up(db) {
      await sql`
        CREATE TABLE register_changes (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          kind text NOT NULL,
          record text NOT NULL,
          at timestamptz NOT NULL,
          by text NOT NULL,
          package bigint,
          before jsonb,
          after jsonb NOT NULL
        )`.execute(db)
      await sql`CREATE INDEX register_changes_record ON register_changes (kind, record, id)`.execute(db)
      await sql`
        CREATE FUNCTION register_changes_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'register_changes is append-only' USING ERRCODE = 'insufficient_privilege';
        END $$`.execute(db)
      await sql`
        CREATE TRIGGER register_changes_rows_are_final BEFORE UPDATE OR DELETE ON register_changes
        FOR EACH ROW EXECUTE FUNCTION register_changes_are_final()`.execute(db)
      await sql`
        CREATE TRIGGER register_changes_are_never_emptied BEFORE TRUNCATE ON register_changes
        FOR EACH STATEMENT EXECUTE FUNCTION register_changes_are_final()`.execute(db)
    },
  },
]

async function createPlaces(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE installation (
      single boolean PRIMARY KEY DEFAULT true CHECK (single),
      demo boolean NOT NULL
    )`.execute(db)
  await sql`INSERT INTO installation (demo) VALUES (false)`.execute(db)
  await sql`
    CREATE TABLE register_regions (
      code text PRIMARY KEY,
      name text NOT NULL,
      oktmo text NOT NULL,
      default_zone text NOT NULL,
      zone text,
      folded text NOT NULL
    )`.execute(db)
  await sql`
    CREATE TABLE register_authorities (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      name text NOT NULL UNIQUE,
      region text REFERENCES register_regions,
      folded text NOT NULL
    )`.execute(db)
}

async function createServices(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE register_services (
      service_id text NOT NULL,
      subservice_id text NOT NULL DEFAULT '',
      name text NOT NULL,
      authority_id integer REFERENCES register_authorities,
      region text REFERENCES register_regions,
      kind text,
      term_days integer,
      term_unit text,
      fee text,
      life_situations text[] NOT NULL,
      folded text NOT NULL,
      PRIMARY KEY (service_id, subservice_id)
    )`.execute(db)
  await sql`CREATE INDEX register_services_authority ON register_services (authority_id)`.execute(db)
  await sql`
    CREATE TABLE register_offices (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      region text NOT NULL REFERENCES register_regions,
      name text NOT NULL,
      authority_id integer REFERENCES register_authorities,
      zone text,
      folded text NOT NULL,
      UNIQUE (region, name)
    )`.execute(db)
  await sql`
    CREATE TABLE register_norms (
      measure text NOT NULL,
      service_id text NOT NULL DEFAULT '',
      value double precision NOT NULL CHECK (value > 0),
      unit text NOT NULL,
      source text,
      PRIMARY KEY (measure, service_id)
    )`.execute(db)
}
