import { sql } from 'kysely'
import type { Migration } from '../platform/postgres/migration.ts'
import { organisationMigrations } from './organisations/migrations.ts'

export const migrations: readonly Migration[] = [
  {
    name: 'access/001-people',
    async up(db) {
      await sql`
        CREATE TABLE access_users (
          id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
          login text NOT NULL,
          login_key text NOT NULL UNIQUE,
          name text NOT NULL,
          password text NOT NULL,
          roles text[] NOT NULL,
          created_at timestamptz NOT NULL,
          disabled_at timestamptz
        )`.execute(db)
      await sql`
        CREATE TABLE access_sessions (
          hash text PRIMARY KEY,
          user_id uuid NOT NULL REFERENCES access_users ON DELETE CASCADE,
          created_at timestamptz NOT NULL,
          last_seen_at timestamptz NOT NULL,
          address text NOT NULL
        )`.execute(db)
      await sql`CREATE INDEX access_sessions_user ON access_sessions (user_id)`.execute(db)
      await sql`
        CREATE TABLE access_sign_in_failures (
          key text PRIMARY KEY,
          failures integer NOT NULL,
          last_at timestamptz NOT NULL,
          closed_until timestamptz NOT NULL
        )`.execute(db)
      await sql`CREATE TABLE access_first_start (hash text PRIMARY KEY, created_at timestamptz NOT NULL)`.execute(db)
    },
  },
  {
    name: 'access/002-suppliers',
    async up(db) {
      await sql`
        CREATE TABLE access_suppliers (
          code text PRIMARY KEY,
          name text NOT NULL,
          created_at timestamptz NOT NULL
        )`.execute(db)
      await sql`
        CREATE TABLE access_supplier_tokens (
          id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
          supplier text NOT NULL REFERENCES access_suppliers,
          label text NOT NULL,
          hash text NOT NULL UNIQUE,
          created_at timestamptz NOT NULL,
          expires_at timestamptz,
          last_used_at timestamptz,
          revoked_at timestamptz
        )`.execute(db)
      await sql`CREATE INDEX access_supplier_tokens_supplier ON access_supplier_tokens (supplier)`.execute(db)
    },
  },
  ...organisationMigrations,
]
