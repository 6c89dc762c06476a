import { sql } from 'kysely'
import type { Migration } from '../platform/postgres/migration.ts'

export const migrations: readonly Migration[] = [
  {
    name: '2026-12-03-files-kept',
    async up(db) {
      await sql`
        CREATE TABLE kept_files (
          id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          digest text,
          size bigint NOT NULL,
          type text NOT NULL,
          sealed text,
          complete boolean NOT NULL DEFAULT false,
          at timestamptz NOT NULL,
          CHECK (complete = (digest IS NOT NULL))
        )`.execute(db)
      await sql`CREATE UNIQUE INDEX kept_files_digest ON kept_files (digest)`.execute(db)
      await sql`
        CREATE TABLE kept_file_pieces (
          file_id integer NOT NULL REFERENCES kept_files ON DELETE CASCADE,
          piece integer NOT NULL,
          bytes bytea NOT NULL,
          PRIMARY KEY (file_id, piece)
        )`.execute(db)
    },
  },
]
