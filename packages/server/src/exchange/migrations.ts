import { sql } from 'kysely'
import type { Migration } from '../platform/postgres/migration.ts'

export const migrations: readonly Migration[] = [
  {
    name: 'exchange/001-ledger',
    async up(db) {
      await sql`
        CREATE TABLE exchange_packages (
          id serial PRIMARY KEY,
          supplier text NOT NULL REFERENCES access_suppliers (code),
          date text NOT NULL CHECK (date ~ '^\\d{4}-\\d{2}-\\d{2}$'),
          name text NOT NULL,
          sha256 text,
          bytes bigint NOT NULL,
          folder text NOT NULL,
          state text NOT NULL,
          phase text NOT NULL,
          rows bigint NOT NULL DEFAULT 0,
          bytes_read bigint NOT NULL DEFAULT 0,
          attempts int NOT NULL DEFAULT 0,
          batch int,
          receipt jsonb,
          failure text,
          received_at timestamptz NOT NULL,
          started_at timestamptz,
          finished_at timestamptz
        )`.execute(db)
      await sql`CREATE INDEX ON exchange_packages (date, supplier)`.execute(db)
      await sql`CREATE INDEX ON exchange_packages (supplier, sha256)`.execute(db)
      await sql`CREATE INDEX ON exchange_packages (id) WHERE state IN ('waiting', 'working')`.execute(db)
      await sql`
        CREATE TABLE exchange_files (
          package int NOT NULL REFERENCES exchange_packages (id),
          file int NOT NULL,
          supplier text NOT NULL,
          name text NOT NULL,
          kind text,
          sha256 text NOT NULL,
          rows bigint NOT NULL,
          PRIMARY KEY (package, file)
        )`.execute(db)
      await sql`CREATE INDEX ON exchange_files (supplier, sha256)`.execute(db)
    },
  },
  {
    name: '2026-11-30-exchange-file-sizes',
    async up(db) {
      await sql`ALTER TABLE exchange_files ADD COLUMN bytes bigint`.execute(db)
      await sql`CREATE INDEX ON exchange_files (supplier, bytes)`.execute(db)
    },
  },
  {
    name: '2026-12-01-exchange-withdrawals',
    async up(db) {
      await sql`ALTER TABLE exchange_packages ADD COLUMN withdrawn_at timestamptz, ADD COLUMN withdrawal_reason text`.execute(
        db,
      )
      await sql`CREATE INDEX ON exchange_packages (id) WHERE state = 'withdrawn' AND phase <> 'done'`.execute(db)
    },
  },
  {
    name: '2026-12-06-exchange-feed',
    async up(db) {
      await sql`
        CREATE TABLE exchange_counts (
          package int PRIMARY KEY REFERENCES exchange_packages (id),
          counts jsonb NOT NULL
        )`.execute(db)
      await sql`
        CREATE TABLE exchange_findings (
          id serial PRIMARY KEY,
          supplier text NOT NULL REFERENCES access_suppliers (code),
          date text NOT NULL,
          code text NOT NULL,
          about text NOT NULL,
          finding jsonb NOT NULL,
          since text NOT NULL,
          found_at timestamptz NOT NULL,
          gone_at timestamptz,
          UNIQUE (supplier, date, code, about)
        )`.execute(db)
      await sql`CREATE INDEX ON exchange_findings (found_at)`.execute(db)
    },
  },
]
