import { type Kysely, sql } from 'kysely'

/**
 * What respondents want an answer to: their own words, masked, and where an answer goes. No response, no exact time and no
 * number that tells an order stands here.
 */
export async function createFeedback(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE survey_feedback (
      id uuid PRIMARY KEY,
      campaign_id integer NOT NULL REFERENCES survey_campaigns,
      service_id text,
      office_id integer,
      received text NOT NULL,
      due text NOT NULL,
      state text NOT NULL CHECK (state IN ('received', 'in_work', 'done', 'not_confirmed')),
      words text NOT NULL,
      folded text NOT NULL,
      code_hash text UNIQUE,
      contact_sealed text,
      consent text,
      consented text,
      contact_erased text,
      closed text,
      published_said text,
      published_by text,
      published_at timestamptz,
      CHECK (num_nonnulls(consent, consented) IN (0, 2)),
      CHECK (contact_sealed IS NULL OR (consent IS NOT NULL AND contact_erased IS NULL)),
      CHECK ((state IN ('done', 'not_confirmed')) = (closed IS NOT NULL)),
      CHECK (num_nonnulls(published_said, published_by, published_at) IN (0, 3)),
      CHECK (published_at IS NULL OR closed IS NOT NULL)
    )`.execute(db)
  await sql`CREATE INDEX survey_feedback_campaign ON survey_feedback (campaign_id)`.execute(db)
  await sql`CREATE INDEX survey_feedback_open ON survey_feedback (due) WHERE closed IS NULL`.execute(db)
  await sql`CREATE INDEX survey_feedback_contacts ON survey_feedback (received) WHERE contact_sealed IS NOT NULL`.execute(
    db,
  )
  await sql`
    CREATE TABLE survey_feedback_steps (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      feedback_id uuid NOT NULL REFERENCES survey_feedback ON DELETE CASCADE,
      state text NOT NULL,
      sentence text NOT NULL,
      by text NOT NULL,
      at timestamptz NOT NULL
    )`.execute(db)
  await sql`CREATE INDEX survey_feedback_steps_of ON survey_feedback_steps (feedback_id, id)`.execute(db)
}
