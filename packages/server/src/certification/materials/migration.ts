import { type Kysely, sql } from 'kysely'

/** Forms and sheets of self-check, remarks on the draft of a year with their materials (Правила, пункты 9–11). */
export async function createMaterials(db: Kysely<unknown>): Promise<void> {
  await createSelfChecks(db)
  await createRemarks(db)
  await makeFinal(db)
}

async function createSelfChecks(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE certification_forms (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      edition integer NOT NULL UNIQUE CHECK (edition > 0),
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
      content jsonb NOT NULL,
      created_at timestamptz NOT NULL,
      created_by text NOT NULL,
      published_at timestamptz,
      published_by text,
      withdrawn_at timestamptz,
      withdrawn_by text,
      withdrawn_reason text,
      CHECK ((state = 'draft') = (published_at IS NULL)),
      CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL))
    )`.execute(db)
  await sql`CREATE UNIQUE INDEX certification_forms_draft ON certification_forms (state) WHERE state = 'draft'`.execute(
    db,
  )
  await sql`
    CREATE TABLE certification_self_checks (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      object_id integer NOT NULL REFERENCES certification_objects,
      year integer NOT NULL,
      form_id integer NOT NULL REFERENCES certification_forms,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('draft', 'signed')),
      marks jsonb NOT NULL,
      letter text,
      filled_at timestamptz NOT NULL,
      filled_by text NOT NULL,
      signed_at timestamptz,
      signed_by text,
      CHECK ((state = 'signed') = (signed_at IS NOT NULL)),
      CHECK (state = 'draft' OR letter IS NOT NULL)
    )`.execute(db)
  await sql`
    CREATE UNIQUE INDEX certification_self_checks_draft ON certification_self_checks (object_id, year)
    WHERE state = 'draft'`.execute(db)
  await sql`CREATE INDEX certification_self_checks_object ON certification_self_checks (object_id, year)`.execute(db)
}

async function createRemarks(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE certification_remarks (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      version integer NOT NULL DEFAULT 1,
      entry_id integer NOT NULL REFERENCES certification_entries,
      state text NOT NULL CHECK (state IN ('draft', 'sent', 'accepted', 'declined')),
      asks text NOT NULL CHECK (asks IN ('include', 'leave_out', 'correct')),
      text text NOT NULL,
      materials jsonb NOT NULL,
      contacts_sealed text,
      begun_at timestamptz NOT NULL,
      begun_by text NOT NULL,
      sent_at timestamptz,
      sent_by text,
      decided_at timestamptz,
      decided_by text,
      decided_reason text,
      CHECK ((state IN ('accepted', 'declined')) = (decided_at IS NOT NULL))
    )`.execute(db)
  await sql`CREATE INDEX certification_remarks_entry ON certification_remarks (entry_id)`.execute(db)
  await sql`
    CREATE TABLE certification_remark_files (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      remark_id integer NOT NULL REFERENCES certification_remarks,
      kind text NOT NULL CHECK (kind IN ('level', 'monitoring', 'form', 'act', 'mass')),
      name text NOT NULL,
      size bigint NOT NULL,
      personal boolean NOT NULL,
      file_id integer NOT NULL REFERENCES kept_files,
      at timestamptz NOT NULL,
      by text NOT NULL
    )`.execute(db)
  await sql`CREATE INDEX certification_remark_files_remark ON certification_remark_files (remark_id)`.execute(db)
}

/** A published form and a signed sheet stay as they are: the database refuses what the program must not do. */
async function makeFinal(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE FUNCTION certification_forms_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.state <> 'draft' AND (TG_OP = 'DELETE' OR NEW.content <> OLD.content) THEN
        RAISE EXCEPTION 'a published form is final' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    END $$`.execute(db)
  await sql`
    CREATE TRIGGER certification_forms_are_final BEFORE UPDATE OR DELETE ON certification_forms
    FOR EACH ROW EXECUTE FUNCTION certification_forms_are_final()`.execute(db)
  await sql`
    CREATE FUNCTION certification_self_checks_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.state = 'signed' THEN
        RAISE EXCEPTION 'a signed sheet is final' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    END $$`.execute(db)
  await sql`
    CREATE TRIGGER certification_self_checks_are_final BEFORE UPDATE OR DELETE ON certification_self_checks
    FOR EACH ROW EXECUTE FUNCTION certification_self_checks_are_final()`.execute(db)
}
