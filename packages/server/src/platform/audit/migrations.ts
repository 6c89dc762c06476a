import { sql } from 'kysely'
import type { Migration } from '../postgres/migration.ts'

export const migrations: readonly Migration[] = [
  {
    name: 'audit/001-log',
    async up(db) {
      await sql`
        CREATE TABLE audit_log (
          seq bigint PRIMARY KEY,
          at timestamptz NOT NULL,
          who text NOT NULL,
          what text NOT NULL,
          subject text NOT NULL,
          entry text NOT NULL,
          hash text NOT NULL
        )`.execute(db)
      await sql`CREATE INDEX audit_log_subject ON audit_log (subject, seq)`.execute(db)
      await sql`CREATE INDEX audit_log_at ON audit_log (at)`.execute(db)
      await sql`
        CREATE FUNCTION audit_log_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'audit_log is append-only' USING ERRCODE = 'insufficient_privilege';
        END $$`.execute(db)
      await sql`
        CREATE TRIGGER audit_log_rows_are_final BEFORE UPDATE OR DELETE ON audit_log
        FOR EACH ROW EXECUTE FUNCTION audit_log_is_final()`.execute(db)
      await sql`
        CREATE TRIGGER audit_log_is_never_emptied BEFORE TRUNCATE ON audit_log
        FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_final()`.execute(db)
    },
  },
  {
    name: 'audit/002-organisation',
    async up(db) {
      // For whom: the organisation acted in. Rows from before this column have none, and stay as they are.
      await sql`ALTER TABLE audit_log ADD COLUMN organisation integer`.execute(db)
      // The list is read newest first, by time: every filter of it has an index in that order.
      await sql`DROP INDEX audit_log_at`.execute(db)
      await sql`DROP INDEX audit_log_subject`.execute(db)
      await sql`CREATE INDEX audit_log_at ON audit_log (at, seq)`.execute(db)
      await sql`CREATE INDEX audit_log_organisation ON audit_log (organisation, at, seq)`.execute(db)
      await sql`CREATE INDEX audit_log_who ON audit_log (who, at, seq)`.execute(db)
      await sql`CREATE INDEX audit_log_what ON audit_log (what, at, seq)`.execute(db)
      await sql`CREATE INDEX audit_log_subject ON audit_log (subject, at, seq)`.execute(db)
    },
  },
  {
    name: 'audit/003-heads',
    async up(db) {
      await sql`
        CREATE TABLE audit_heads (
          at timestamptz NOT NULL,
          seq bigint NOT NULL,
          hash text NOT NULL,
          PRIMARY KEY (at, seq)
        )`.execute(db)
      await sql`
        CREATE FUNCTION audit_heads_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'audit_heads is append-only' USING ERRCODE = 'insufficient_privilege';
        END $$`.execute(db)
      await sql`
        CREATE TRIGGER audit_heads_rows_are_final BEFORE UPDATE OR DELETE ON audit_heads
        FOR EACH ROW EXECUTE FUNCTION audit_heads_are_final()`.execute(db)
      await sql`
        CREATE TRIGGER audit_heads_are_never_emptied BEFORE TRUNCATE ON audit_heads
        FOR EACH STATEMENT EXECUTE FUNCTION audit_heads_are_final()`.execute(db)
    },
  },
]
