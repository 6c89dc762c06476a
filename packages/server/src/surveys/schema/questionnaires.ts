import { type Kysely, sql } from 'kysely'

/** Questionnaires and their versions. A document is kept as it was written: `json` keeps the order of its parts. */
export async function createQuestionnaires(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE survey_questionnaires (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      code text NOT NULL UNIQUE,
      built_in boolean NOT NULL DEFAULT false,
      authority_id integer REFERENCES register_authorities,
      origin_code text,
      origin_version integer,
      title text NOT NULL,
      folded text NOT NULL,
      created_at timestamptz NOT NULL,
      created_by text NOT NULL,
      CHECK (NOT built_in OR authority_id IS NULL),
      CHECK (num_nonnulls(origin_code, origin_version) IN (0, 2))
    )`.execute(db)
  await sql`
    CREATE TABLE survey_versions (
      questionnaire_id integer NOT NULL REFERENCES survey_questionnaires,
      version integer NOT NULL CHECK (version > 0),
      state text NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
      document json NOT NULL,
      revision integer NOT NULL DEFAULT 1,
      saved_at timestamptz NOT NULL,
      saved_by text NOT NULL,
      published_at timestamptz,
      published_by text,
      withdrawn_at timestamptz,
      withdrawn_by text,
      withdrawn_reason text,
      PRIMARY KEY (questionnaire_id, version),
      CHECK ((state = 'draft') = (published_at IS NULL)),
      CHECK (num_nonnulls(published_at, published_by) IN (0, 2)),
      CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)),
      CHECK (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_reason) IN (0, 3))
    )`.execute(db)
  await sql`
    CREATE UNIQUE INDEX survey_versions_in_work ON survey_versions (questionnaire_id) WHERE state = 'draft'`.execute(db)
  await makeFinal(db)
}

/** What was published stays as it was published: the database refuses the rest but its withdrawal. */
async function makeFinal(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE FUNCTION survey_versions_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.state <> 'draft' AND (TG_OP = 'DELETE' OR OLD.state = 'withdrawn' OR NEW.state <> 'withdrawn'
        OR (NEW.questionnaire_id, NEW.version, NEW.document::text, NEW.revision, NEW.published_at, NEW.published_by)
          IS DISTINCT FROM
          (OLD.questionnaire_id, OLD.version, OLD.document::text, OLD.revision, OLD.published_at, OLD.published_by))
      THEN
        RAISE EXCEPTION 'a published version is final' USING ERRCODE = 'insufficient_privilege';
      END IF;
      RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    END $$`.execute(db)
  await sql`
    CREATE TRIGGER survey_versions_are_final BEFORE UPDATE OR DELETE ON survey_versions
    FOR EACH ROW EXECUTE FUNCTION survey_versions_are_final()`.execute(db)
}
