import { sql } from 'kysely'
import type { Migration } from '../postgres/migration.ts'

export const auditMigrations: readonly Migration[] = [
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
]
