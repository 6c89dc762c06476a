import { type Kysely, sql } from 'kysely'
import type { Migration } from '../platform/postgres/migration.ts'
import { createMaterials } from './materials/migration.ts'
import { createProcedures } from './procedure/migration.ts'
import { createRoadMaps } from './road-maps/migration.ts'

export const migrations: readonly Migration[] = [
  {
    name: 'certification/001-lists',
    async up(db) {
      await createObjects(db)
      await createLists(db)
      await createEntries(db)
      await makeFinal(db)
    },
  },
  { name: '2026-12-01-certification-procedures', up: createProcedures },
  { name: '2026-12-03-materials-of-lists', up: createMaterials },
  { name: '2026-12-07-road-maps', up: createRoadMaps },
]

const described = sql`
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('service', 'typical', 'service_tool', 'appeals', 'oversight', 'internal')),
  authority_id integer REFERENCES register_authorities,
  region text REFERENCES register_regions,
  service text,
  address text,
  level numeric(5, 2) CHECK (level BETWEEN 0 AND 100),
  valid_from text,
  valid_to text,
  folded text NOT NULL,
  CHECK (num_nonnulls(valid_from, valid_to) IN (0, 2)),
  CHECK (valid_from IS NULL OR level IS NOT NULL)`

async function createObjects(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE certification_objects (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      version integer NOT NULL DEFAULT 1,
      removed_reason text,
      removed_at timestamptz,
      ${described},
      CHECK (num_nonnulls(removed_reason, removed_at) IN (0, 2))
    )`.execute(db)
  // A service of the register is one object; сервисы may belong to the same service.
  await sql`
    CREATE UNIQUE INDEX certification_objects_service ON certification_objects (service)
    WHERE kind IN ('service', 'typical')`.execute(db)
}

async function createLists(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE certification_lists (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('single', 'year')),
      year integer,
      number integer NOT NULL CHECK (number > 0),
      state text NOT NULL
        CHECK (state IN ('draft', 'published', 'on_approval', 'approved', 'returned', 'withdrawn')),
      base_id integer REFERENCES certification_lists,
      created_at timestamptz NOT NULL,
      created_by text NOT NULL,
      published_at timestamptz,
      published_by text,
      submitted_at timestamptz,
      submitted_by text,
      submitted_who text,
      approved_at timestamptz,
      approved_by text,
      protocol_number text,
      protocol_date text,
      returned_at timestamptz,
      returned_by text,
      remarks text,
      withdrawn_at timestamptz,
      withdrawn_by text,
      CHECK ((kind = 'year') = (year IS NOT NULL)),
      CHECK ((state = 'approved') = (approved_at IS NOT NULL)),
      CHECK (num_nonnulls(approved_at, approved_by, protocol_number, protocol_date) IN (0, 4))
    )`.execute(db)
  await sql`
    CREATE UNIQUE INDEX certification_lists_number ON certification_lists (kind, coalesce(year, 0), number)`.execute(db)
  await sql`
    CREATE UNIQUE INDEX certification_lists_open ON certification_lists (kind, coalesce(year, 0))
    WHERE state IN ('draft', 'published', 'on_approval')`.execute(db)
}

async function createEntries(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE certification_entries (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      list_id integer NOT NULL REFERENCES certification_lists,
      object_id integer NOT NULL REFERENCES certification_objects,
      authority text,
      version integer NOT NULL DEFAULT 1,
      facts jsonb,
      admission jsonb,
      admitted boolean NOT NULL,
      ${described},
      CHECK (num_nonnulls(facts, admission) IN (0, 2)),
      UNIQUE (list_id, object_id)
    )`.execute(db)
}

/** What was submitted stays as it was submitted, what was decided as it was decided: the database refuses the rest. */
async function makeFinal(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE FUNCTION certification_entries_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM certification_lists WHERE id = OLD.list_id AND state NOT IN ('draft', 'published')) THEN
        RAISE EXCEPTION 'entries of a submitted list are final' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    END $$`.execute(db)
  await sql`
    CREATE TRIGGER certification_entries_are_final BEFORE UPDATE OR DELETE ON certification_entries
    FOR EACH ROW EXECUTE FUNCTION certification_entries_are_final()`.execute(db)
  await sql`
    CREATE FUNCTION certification_lists_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' OR OLD.state IN ('approved', 'returned', 'withdrawn') THEN
        RAISE EXCEPTION 'a decided list is final' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN NEW;
    END $$`.execute(db)
  await sql`
    CREATE TRIGGER certification_lists_are_final BEFORE UPDATE OR DELETE ON certification_lists
    FOR EACH ROW EXECUTE FUNCTION certification_lists_are_final()`.execute(db)
}
