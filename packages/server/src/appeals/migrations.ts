import { type Kysely, sql } from 'kysely'
import type { Migration } from '../platform/postgres/migration.ts'

export const migrations: readonly Migration[] = [
  {
    name: '2026-11-30-appeals-register',
    async up(db) {
      await createAppeals(db)
      await indexAppeals(db)
      await createBeside(db)
      await makeEventsFinal(db)
    },
  },
  {
    name: '2026-11-30-appeals-rules',
    async up(db) {
      await sql`
        CREATE TABLE appeals_rules (
          code text NOT NULL,
          authority_id integer REFERENCES register_authorities,
          valid_from text NOT NULL,
          days integer NOT NULL CHECK (days > 0),
          unit text NOT NULL CHECK (unit IN ('calendar', 'working')),
          extension integer CHECK (extension > 0),
          source text NOT NULL,
          at timestamptz NOT NULL,
          by text NOT NULL,
          UNIQUE NULLS NOT DISTINCT (code, authority_id, valid_from)
        )`.execute(db)
      await sql`
        CREATE TABLE appeals_quarters (
          id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          quarter text NOT NULL,
          as_of text NOT NULL,
          authority_id integer REFERENCES register_authorities,
          at timestamptz NOT NULL,
          by text NOT NULL,
          metrics jsonb NOT NULL
        )`.execute(db)
    },
  },
  { name: '2026-12-03-appeals-loads', up: createLoads },
  {
    name: '2026-12-03-appeals-terms',
    async up(db) {
      await sql`ALTER TABLE appeals ADD COLUMN term_extended integer NOT NULL DEFAULT 0`.execute(db)
      await sql`UPDATE appeals SET term_extended = extended_by WHERE reopened = 0 AND extended_by > 0`.execute(db)
    },
  },
  {
    name: '2026-12-04-appeals-files',
    async up(db) {
      await sql`
        CREATE TABLE appeals_files (
          id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          appeal_id integer NOT NULL REFERENCES appeals,
          of text NOT NULL CHECK (of IN ('appeal', 'answer')),
          name_sealed text NOT NULL,
          file_id integer NOT NULL REFERENCES kept_files,
          type text NOT NULL,
          size integer NOT NULL,
          at timestamptz NOT NULL,
          by text NOT NULL
        )`.execute(db)
      await sql`CREATE INDEX appeals_files_appeal ON appeals_files (appeal_id)`.execute(db)
      await sql`CREATE INDEX appeals_files_file ON appeals_files (file_id)`.execute(db)
    },
  },
]

async function createLoads(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE appeals_mappings (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      authority_id integer NOT NULL REFERENCES register_authorities,
      name text NOT NULL,
      version integer NOT NULL,
      mapping jsonb NOT NULL,
      at timestamptz NOT NULL,
      by text NOT NULL,
      UNIQUE (authority_id, name, version)
    )`.execute(db)
  await sql`
    CREATE TABLE appeals_loads (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      authority_id integer NOT NULL REFERENCES register_authorities,
      mapping_id integer REFERENCES appeals_mappings,
      name text NOT NULL,
      sha256 text NOT NULL,
      state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
      at timestamptz NOT NULL,
      by text NOT NULL,
      sender text,
      finished_at timestamptz,
      through integer NOT NULL DEFAULT 0,
      known integer NOT NULL DEFAULT 0,
      read integer NOT NULL DEFAULT 0,
      accepted integer NOT NULL DEFAULT 0,
      set_aside integer NOT NULL DEFAULT 0,
      repeats integer NOT NULL DEFAULT 0,
      codes jsonb NOT NULL,
      titles text[] NOT NULL DEFAULT '{}',
      trouble text
    )`.execute(db)
  // The same bytes read in the same way are the same load; one that failed may be tried again.
  await sql`
    CREATE UNIQUE INDEX appeals_loads_once ON appeals_loads (authority_id, sha256, mapping_id) NULLS NOT DISTINCT
    WHERE state <> 'failed'`.execute(db)
  await sql`
    CREATE TABLE appeals_load_pieces (
      load_id integer NOT NULL REFERENCES appeals_loads,
      piece integer NOT NULL,
      sealed text NOT NULL,
      PRIMARY KEY (load_id, piece)
    )`.execute(db)
  await sql`
    CREATE TABLE appeals_set_aside (
      load_id integer NOT NULL REFERENCES appeals_loads,
      row integer NOT NULL,
      codes text[] NOT NULL,
      cells_sealed text NOT NULL,
      PRIMARY KEY (load_id, row)
    )`.execute(db)
  await sql`ALTER TABLE appeals ADD COLUMN load_id integer REFERENCES appeals_loads`.execute(db)
}

async function createAppeals(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE appeals (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      authority_id integer NOT NULL REFERENCES register_authorities,
      number text,
      service text,
      office text,
      request_id text,
      kind text NOT NULL,
      source text NOT NULL,
      external_number text,
      fact_key text UNIQUE,
      state text NOT NULL CHECK (state IN
        ('received', 'registered', 'in_work', 'answered', 'closed', 'forwarded', 'void', 'duplicate')),
      received text NOT NULL,
      registered text,
      rule text,
      term_from text,
      extended_by integer NOT NULL DEFAULT 0,
      due text,
      act_by text,
      first_due text,
      executor text,
      executor_name text,
      answered text,
      last_answered text,
      closed text,
      outcome text,
      topics text[] NOT NULL,
      duplicate_of integer REFERENCES appeals,
      forwarded_to text,
      asked text,
      solved text CHECK (solved IN ('yes', 'partly', 'no')),
      reopened integer NOT NULL DEFAULT 0,
      masked text NOT NULL,
      folded text NOT NULL,
      search tsvector GENERATED ALWAYS AS (to_tsvector('russian', folded)) STORED,
      original_sealed text,
      contact_sealed text,
      contact_key text,
      answer_masked text,
      answer_sealed text,
      answer_way text,
      answer_published boolean NOT NULL DEFAULT false,
      code_hash text UNIQUE,
      erased_at timestamptz,
      CHECK ((number IS NULL) = (registered IS NULL)),
      CHECK ((state = 'duplicate') = (duplicate_of IS NOT NULL)),
      UNIQUE (authority_id, number)
    )`.execute(db)
}

async function indexAppeals(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE UNIQUE INDEX appeals_external ON appeals (authority_id, source, external_number)
    WHERE external_number IS NOT NULL`.execute(db)
  await sql`CREATE INDEX appeals_search ON appeals USING gin (search)`.execute(db)
  await sql`CREATE INDEX appeals_registered ON appeals (authority_id, registered)`.execute(db)
  await sql`CREATE INDEX appeals_answered ON appeals (authority_id, answered)`.execute(db)
  // The register begins with what is due first.
  await sql`
    CREATE INDEX appeals_open ON appeals (due, id)
    WHERE state IN ('received', 'registered', 'in_work')`.execute(db)
}

async function createBeside(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE appeals_events (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      appeal_id integer NOT NULL REFERENCES appeals,
      at timestamptz NOT NULL,
      by text NOT NULL,
      event text NOT NULL,
      to_state text NOT NULL,
      details jsonb NOT NULL
    )`.execute(db)
  await sql`CREATE INDEX appeals_events_appeal ON appeals_events (appeal_id, id)`.execute(db)
  await sql`
    CREATE TABLE appeals_consents (
      appeal_id integer PRIMARY KEY REFERENCES appeals,
      text text NOT NULL,
      version integer NOT NULL,
      at timestamptz NOT NULL,
      way text NOT NULL
    )`.execute(db)
  await sql`
    CREATE TABLE appeals_numbers (
      authority_id integer NOT NULL REFERENCES register_authorities,
      year integer NOT NULL,
      last integer NOT NULL,
      PRIMARY KEY (authority_id, year)
    )`.execute(db)
  await sql`
    CREATE TABLE appeals_reminders (
      appeal_id integer NOT NULL REFERENCES appeals,
      day text NOT NULL,
      whom text NOT NULL,
      noted_at timestamptz NOT NULL,
      PRIMARY KEY (appeal_id, day, whom)
    )`.execute(db)
}

async function makeEventsFinal(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE FUNCTION appeals_events_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'appeals_events is append-only' USING ERRCODE = 'insufficient_privilege';
    END $$`.execute(db)
  await sql`
    CREATE TRIGGER appeals_events_are_final BEFORE UPDATE OR DELETE OR TRUNCATE ON appeals_events
    FOR EACH STATEMENT EXECUTE FUNCTION appeals_events_are_final()`.execute(db)
}
