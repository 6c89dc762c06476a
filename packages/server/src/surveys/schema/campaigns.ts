import { type Kysely, sql } from 'kysely'

/** Campaigns, the versions they asked, their quotas and links. Days are of the authority's own time. */
export async function createCampaigns(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE survey_campaigns (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      code text NOT NULL UNIQUE,
      name text NOT NULL,
      folded text NOT NULL,
      authority_id integer NOT NULL REFERENCES register_authorities,
      questionnaire_id integer NOT NULL,
      version integer NOT NULL,
      state text NOT NULL CHECK (state IN ('draft', 'running', 'paused', 'ended')),
      revision integer NOT NULL DEFAULT 1,
      services text[] NOT NULL,
      offices integer[] NOT NULL,
      languages text[] NOT NULL,
      first_day text,
      last_day text,
      target integer CHECK (target > 0),
      parameters json NOT NULL,
      lists json NOT NULL,
      frozen json,
      legal json NOT NULL,
      frames text[] NOT NULL,
      outcome json,
      created_at timestamptz NOT NULL,
      created_by text NOT NULL,
      started_at timestamptz,
      started_by text,
      ended_at timestamptz,
      ended_by text,
      ended_why text CHECK (ended_why IN ('by_hand', 'day', 'target')),
      ended_note text,
      FOREIGN KEY (questionnaire_id, version) REFERENCES survey_versions,
      CHECK ((state = 'draft') = (started_at IS NULL)),
      CHECK ((state = 'draft') = (frozen IS NULL)),
      CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
      CHECK (num_nonnulls(ended_at, ended_by, ended_why) IN (0, 3))
    )`.execute(db)
  await sql`CREATE INDEX survey_campaigns_questionnaire ON survey_campaigns (questionnaire_id)`.execute(db)
  await sql`
    CREATE TABLE survey_campaign_versions (
      campaign_id integer NOT NULL REFERENCES survey_campaigns ON DELETE CASCADE,
      version integer NOT NULL,
      since timestamptz NOT NULL,
      by text NOT NULL,
      PRIMARY KEY (campaign_id, version)
    )`.execute(db)
  await createQuotas(db)
  await createLinks(db)
}

/** Quota 0 is the target. The places of a quota stand in several rows, so that answers side by side don't wait for one. */
async function createQuotas(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE survey_quotas (
      campaign_id integer NOT NULL REFERENCES survey_campaigns ON DELETE CASCADE,
      quota integer NOT NULL,
      title text NOT NULL,
      condition json NOT NULL,
      size integer NOT NULL CHECK (size > 0),
      PRIMARY KEY (campaign_id, quota)
    )`.execute(db)
  await sql`
    CREATE TABLE survey_places (
      campaign_id integer NOT NULL REFERENCES survey_campaigns ON DELETE CASCADE,
      quota integer NOT NULL,
      shard integer NOT NULL,
      size integer NOT NULL CHECK (size >= 0),
      taken integer NOT NULL DEFAULT 0 CHECK (taken >= 0),
      PRIMARY KEY (campaign_id, quota, shard)
    ) WITH (fillfactor = 50)`.execute(db)
}

async function createLinks(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE survey_links (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      campaign_id integer NOT NULL REFERENCES survey_campaigns ON DELETE CASCADE,
      code text NOT NULL,
      service_id text,
      office_id integer REFERENCES register_offices,
      channel text NOT NULL,
      language text,
      state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
      closed_reason text,
      closed_by text,
      closed_at timestamptz,
      UNIQUE (campaign_id, code),
      UNIQUE NULLS NOT DISTINCT (campaign_id, service_id, office_id, channel, language),
      CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
      CHECK (num_nonnulls(closed_reason, closed_by, closed_at) IN (0, 3))
    )`.execute(db)
}
