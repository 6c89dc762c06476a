import { type Kysely, sql } from 'kysely'

/**
 * Takes a place of each of the quotas; the answer is the number of the first one that is full, else null. Exact: a place that
 * others are about to take is waited for, and counts again where they fail. Answers side by side take other rows, so
 * that they seldom wait. Always in the order of quotas, so that none waits for another in a ring.
 */
export async function createPlaceTaking(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE FUNCTION survey_take_places(campaign integer, quotas integer[]) RETURNS integer LANGUAGE plpgsql AS $$
    DECLARE
      asked integer;
      free integer;
    BEGIN
      FOR asked IN SELECT DISTINCT unnest(quotas) ORDER BY 1 LOOP
        LOOP
          SELECT shard INTO free FROM survey_places p
            WHERE p.campaign_id = campaign AND p.quota = asked AND p.taken < p.size
            ORDER BY random() LIMIT 1 FOR UPDATE SKIP LOCKED;
          IF NOT FOUND THEN
            SELECT shard INTO free FROM survey_places p
              WHERE p.campaign_id = campaign AND p.quota = asked AND p.taken < p.size
              LIMIT 1 FOR UPDATE;
          END IF;
          IF FOUND THEN
            UPDATE survey_places p SET taken = taken + 1
              WHERE p.campaign_id = campaign AND p.quota = asked AND p.shard = free;
            EXIT;
          END IF;
          -- What was waited for has been taken: others may be free still.
          IF NOT EXISTS (SELECT FROM survey_places p
            WHERE p.campaign_id = campaign AND p.quota = asked AND p.taken < p.size) THEN
            RETURN asked;
          END IF;
        END LOOP;
      END LOOP;
      RETURN NULL;
    END $$`.execute(db)
}
