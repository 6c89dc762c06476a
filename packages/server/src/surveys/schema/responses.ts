import { type Kysely, sql } from 'kysely'

/**
 * What was answered, without a word of who answered: no address, no exact time, numbers that tell no order. What quality is
 * looked at by stands apart (`survey_traces`) and goes after 90 days.
 */
export async function createResponses(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE survey_responses (
      id uuid PRIMARY KEY,
      campaign_id integer NOT NULL REFERENCES survey_campaigns,
      version integer NOT NULL,
      link_id integer REFERENCES survey_links,
      service_id text,
      office_id integer,
      channel text NOT NULL,
      language text NOT NULL,
      day text NOT NULL,
      hour smallint NOT NULL CHECK (hour BETWEEN 0 AND 23),
      outcome text NOT NULL CHECK (outcome IN ('complete', 'screened')),
      answers json NOT NULL,
      other json NOT NULL,
      excluded boolean NOT NULL DEFAULT false
    )`.execute(db)
  await sql`CREATE INDEX survey_responses_day ON survey_responses (campaign_id, day, hour)`.execute(db)
  await createTraces(db)
  await createPassing(db)
}

async function createTraces(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE survey_traces (
      response_id uuid PRIMARY KEY,
      campaign_id integer NOT NULL,
      finished_at timestamptz NOT NULL,
      seconds real NOT NULL,
      times json NOT NULL,
      source text NOT NULL,
      proof text NOT NULL CHECK (proof IN ('none', 'good', 'bad')),
      trap boolean NOT NULL,
      script boolean NOT NULL,
      device text NOT NULL CHECK (device IN ('phone', 'tablet', 'computer', 'unknown'))
    )`.execute(db)
  await sql`CREATE INDEX survey_traces_finished ON survey_traces (campaign_id, finished_at)`.execute(db)
  await sql`CREATE INDEX survey_traces_term ON survey_traces (finished_at)`.execute(db)
  // What is not in the log of writes is not in its copies either.
  await sql`
    CREATE UNLOGGED TABLE survey_source_keys (
      day text PRIMARY KEY,
      key text NOT NULL
    )`.execute(db)
}

/** What is of the moment: used numbers of pages, answers not counted yet; and how often pages were shown. */
async function createPassing(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE survey_nonces (
      nonce text PRIMARY KEY,
      expires timestamptz NOT NULL
    )`.execute(db)
  await sql`CREATE INDEX survey_nonces_expires ON survey_nonces (expires)`.execute(db)
  await sql`
    CREATE TABLE survey_uncounted (
      response_id uuid PRIMARY KEY,
      batch bigint
    )`.execute(db)
  await sql`CREATE SEQUENCE survey_batches`.execute(db)
  await sql`
    CREATE TABLE survey_page_counts (
      campaign_id integer NOT NULL REFERENCES survey_campaigns ON DELETE CASCADE,
      version integer NOT NULL,
      page text NOT NULL,
      shown bigint NOT NULL,
      passed bigint NOT NULL,
      PRIMARY KEY (campaign_id, version, page)
    )`.execute(db)
}
