import { type Kysely, sql } from 'kysely'

/** The procedure of every object, the papers it ends with and what comes after them. Days are `YYYY-MM-DD`. */
export async function createProcedures(db: Kysely<unknown>): Promise<void> {
  await createProcedureTable(db)
  await createSheets(db)
  await createDocuments(db)
  await createCases(db)
  await makeSignedFinal(db)
}

async function createProcedureTable(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE certification_procedures (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      object_id integer NOT NULL REFERENCES certification_objects,
      entry_id integer NOT NULL REFERENCES certification_entries,
      year integer NOT NULL,
      kind text NOT NULL CHECK (kind IN ('service', 'typical', 'service_tool', 'appeals', 'oversight', 'internal')),
      mass text NOT NULL CHECK (mass IN ('federal', 'regional', 'none')),
      state text NOT NULL CHECK (state IN ('assessing', 'on_review', 'fixed', 'sent', 'excluded')),
      previous jsonb,
      reason text NOT NULL,
      begun_at timestamptz NOT NULL,
      begun_by text NOT NULL,
      submitted_at timestamptz,
      submitted_by text,
      submitted_who text,
      submitted_hash text,
      returned_at timestamptz,
      returned_by text,
      returned_reason text,
      fixed_at timestamptz,
      fixed_by text,
      score jsonb,
      remarks jsonb NOT NULL DEFAULT '[]',
      sent_at timestamptz,
      sent_by text,
      sending jsonb,
      excluded_at timestamptz,
      excluded_by text,
      excluded_reason text,
      road_map_day text,
      road_map_evidence text,
      road_map_by text,
      CHECK ((state IN ('fixed', 'sent')) = (fixed_at IS NOT NULL)),
      CHECK ((fixed_at IS NULL) = (score IS NULL)),
      CHECK ((state = 'sent') = (sent_at IS NOT NULL))
    )`.execute(db)
  // An object goes through one procedure at a time.
  await sql`
    CREATE UNIQUE INDEX certification_procedures_open ON certification_procedures (object_id)
    WHERE state IN ('assessing', 'on_review', 'fixed')`.execute(db)
  await sql`CREATE INDEX certification_procedures_year ON certification_procedures (year, object_id, id)`.execute(db)
  await sql`CREATE INDEX certification_procedures_object ON certification_procedures (object_id, id)`.execute(db)
}

const PART = sql`part text NOT NULL CHECK (part IN ('regulation', 'reception', 'laboratory', 'monitoring'))`

async function createSheets(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE certification_sheets (
      procedure_id integer NOT NULL REFERENCES certification_procedures,
      ${PART},
      state text NOT NULL CHECK (state IN ('draft', 'signed')),
      version integer NOT NULL DEFAULT 1,
      assessor text NOT NULL,
      assessor_name text NOT NULL,
      result text,
      explanation text NOT NULL DEFAULT '',
      criteria jsonb NOT NULL DEFAULT '[]',
      evidence jsonb NOT NULL DEFAULT '[]',
      facts jsonb,
      signed_at timestamptz,
      signed_by text,
      PRIMARY KEY (procedure_id, part),
      CHECK ((state = 'signed') = (signed_at IS NOT NULL)),
      CHECK (state = 'draft' OR result IS NOT NULL)
    )`.execute(db)
  await sql`
    CREATE TABLE certification_requests (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      procedure_id integer NOT NULL REFERENCES certification_procedures,
      ${PART},
      question text NOT NULL,
      addressee text NOT NULL,
      due text NOT NULL,
      asked_at timestamptz NOT NULL,
      asked_by text NOT NULL,
      answer text,
      answered_at timestamptz,
      answered_by text,
      CHECK (num_nonnulls(answer, answered_at, answered_by) IN (0, 3))
    )`.execute(db)
  await sql`CREATE INDEX certification_requests_procedure ON certification_requests (procedure_id)`.execute(db)
}

async function createDocuments(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE certification_documents (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      procedure_id integer NOT NULL REFERENCES certification_procedures,
      object_id integer NOT NULL REFERENCES certification_objects,
      type text NOT NULL CHECK (type IN ('certificate', 'conclusion', 'notice')),
      serial integer NOT NULL CHECK (serial > 0),
      year integer NOT NULL,
      number text NOT NULL UNIQUE,
      code text NOT NULL UNIQUE,
      dated text NOT NULL,
      valid_from text,
      valid_to text,
      ended_on text,
      level integer NOT NULL CHECK (level BETWEEN 0 AND 100),
      equal_repeats integer NOT NULL,
      data jsonb,
      made_at timestamptz NOT NULL,
      sent_at timestamptz,
      UNIQUE (type, year, serial),
      CHECK ((type = 'certificate') = (valid_from IS NOT NULL AND valid_to IS NOT NULL)),
      CHECK (ended_on IS NULL OR type = 'certificate')
    )`.execute(db)
  await sql`CREATE INDEX certification_documents_object ON certification_documents (object_id, id)`.execute(db)
  await sql`CREATE INDEX certification_documents_procedure ON certification_documents (procedure_id)`.execute(db)
  await sql`CREATE INDEX certification_documents_valid ON certification_documents (valid_to)`.execute(db)
  await sql`
    CREATE TABLE certification_papers (
      document_id integer NOT NULL REFERENCES certification_documents,
      format text NOT NULL CHECK (format IN ('docx', 'pdf')),
      sha256 text NOT NULL,
      bytes bytea NOT NULL,
      made_at timestamptz NOT NULL,
      PRIMARY KEY (document_id, format)
    )`.execute(db)
}

async function createCases(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE certification_cases (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      document_id integer NOT NULL REFERENCES certification_documents,
      object_id integer NOT NULL REFERENCES certification_objects,
      figure text NOT NULL CHECK (figure IN ('refusals', 'errors', 'csi')),
      month text NOT NULL,
      state text NOT NULL CHECK (state IN ('opened', 'drafted', 'signed', 'ended', 'closed')),
      found_at timestamptz NOT NULL,
      alarm jsonb NOT NULL,
      notice jsonb,
      drafted_by text,
      drafted_who text,
      signed_at timestamptz,
      signed_by text,
      notice_id integer REFERENCES certification_documents,
      sent_at timestamptz,
      sending jsonb,
      ended_on text,
      closed_at timestamptz,
      closed_by text,
      closed_reason text,
      CHECK ((state IN ('signed', 'ended')) = (signed_at IS NOT NULL)),
      CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
      UNIQUE (document_id, figure, month)
    )`.execute(db)
}

/** What was signed and sent stays: the database refuses what the program must not do. */
async function makeSignedFinal(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE FUNCTION certification_sheets_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM certification_procedures WHERE id = OLD.procedure_id AND state IN ('fixed', 'sent')) THEN
        RAISE EXCEPTION 'sheets of a fixed level are final' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    END $$`.execute(db)
  await sql`
    CREATE TRIGGER certification_sheets_are_final BEFORE UPDATE OR DELETE ON certification_sheets
    FOR EACH ROW EXECUTE FUNCTION certification_sheets_are_final()`.execute(db)
  await sql`
    CREATE FUNCTION certification_papers_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'a paper that was sent is final' USING ERRCODE = 'insufficient_privilege';
    END $$`.execute(db)
  await sql`
    CREATE TRIGGER certification_papers_are_final BEFORE UPDATE OR DELETE ON certification_papers
    FOR EACH ROW EXECUTE FUNCTION certification_papers_are_final()`.execute(db)
}
