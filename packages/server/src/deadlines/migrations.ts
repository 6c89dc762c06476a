import { sql } from 'kysely'
import type { Migration } from '../platform/postgres/migration.ts'

export const migrations: readonly Migration[] = [
  {
    name: '2026-12-07-reminding-of-deadlines',
    async up(db) {
      await sql`
        CREATE TABLE deadline_choices (
          user_id uuid PRIMARY KEY REFERENCES access_users,
          link_hash text UNIQUE,
          link_made_at timestamptz,
          mail boolean NOT NULL DEFAULT false,
          mailed_on text,
          CHECK (num_nonnulls(link_hash, link_made_at) IN (0, 2))
        )`.execute(db)
      await sql`
        CREATE TABLE deadline_versions (
          code text NOT NULL,
          period text NOT NULL,
          digest text NOT NULL,
          sequence integer NOT NULL DEFAULT 0,
          PRIMARY KEY (code, period)
        )`.execute(db)
    },
  },
]
