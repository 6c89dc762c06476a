import { type Kysely, sql } from 'kysely'

/** Road maps of objects that got a conclusion (Правила, пункт 26). One procedure has one. */
export async function createRoadMaps(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE certification_road_maps (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      procedure_id integer NOT NULL UNIQUE REFERENCES certification_procedures,
      version integer NOT NULL DEFAULT 1,
      state text NOT NULL CHECK (state IN ('draft', 'on_agreement', 'agreed', 'approved', 'done')),
      content jsonb NOT NULL,
      begun_at timestamptz NOT NULL,
      begun_by text NOT NULL,
      submitted_at timestamptz,
      submitted_by text,
      returned_at timestamptz,
      returned_by text,
      returned_reason text,
      agreed_at timestamptz,
      agreed_by text,
      approved_at timestamptz,
      approved_by text,
      finished_at timestamptz,
      finished_by text,
      CHECK ((state = 'done') = (finished_at IS NOT NULL))
    )`.execute(db)
}
