import { type Kysely, sql } from 'kysely'

/**
 * Words of open answers are found by their stems. The values of all answers are searched, not the codes of questions:
 * options and points are few and short beside texts.
 */
export async function createWordSearch(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE FUNCTION survey_words(answers json, other json) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN json_to_tsvector('russian'::regconfig, answers, '"string"') ||
      json_to_tsvector('russian'::regconfig, other, '"string"')`.execute(db)
  await sql`CREATE INDEX survey_responses_words ON survey_responses USING gin (survey_words(answers, other))`.execute(
    db,
  )
}
