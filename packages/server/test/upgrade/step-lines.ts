import { createHash } from 'node:crypto'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { migrations, schemaSteps } from '../../src/schema.ts'
import type { Migration } from '../../src/platform/postgres/migration.ts'

/** Every step in the order of running, as the list of released ones has it: the store, the name, a hash of its SQL. */
export async function stepLines(): Promise<string[]> {
  const lines: string[] = []
  for (const migration of migrations)
    lines.push(`postgresql ${migration.name} ${hashOf(await statementsOf(migration))}`)
  for (const { name, sql } of schemaSteps) lines.push(`clickhouse ${name} ${hashOf([sql])}`)
  return lines
}

/** What a migration says to a database that answers nothing. */
async function statementsOf(migration: Migration): Promise<string[]> {
  const statements: string[] = []
  const db = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => void statements.push(query.sql),
  })
  await migration.up(db)
  return statements
}

/** How a statement is laid out says nothing. */
const hashOf = (statements: readonly string[]): string =>
  createHash('sha256')
    .update(statements.map((sql) => sql.replaceAll(/\s+/g, ' ').trim()).join('\n'))
    .digest('hex')
    .slice(0, 16)
