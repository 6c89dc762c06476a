import { sql } from 'kysely'
import type { Migration } from '../postgres/migration.ts'

export const migrations: readonly Migration[] = [
  {
    name: 'platform/001-records-key',
    async up(db) {
      await sql`
        CREATE TABLE records_key (
          one boolean PRIMARY KEY DEFAULT true CHECK (one),
          check_value text NOT NULL,
          since timestamptz NOT NULL
        )`.execute(db)
    },
  },
]
