import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startClickHouse } from '../../src/platform/engines/clickhouse/start.ts'
import { startPostgres } from '../../src/platform/engines/postgres/start.ts'
import { silentLog } from '../../src/platform/log.ts'
import { migrate } from '../../src/platform/postgres/migrate.ts'
import { openDatabase } from '../../src/platform/postgres/open.ts'
import { migrations } from '../../src/schema.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The database from which test databases are copied: migrated, with nobody connected. */
    templateUrl: string
    clickhouseUrl: string
  }
}

/** Durability is the business of the tests that start engines of their own. */
const QUICK = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']

/** One PostgreSQL and one ClickHouse for the whole run, in a folder removed after it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-test-'))
  // PostgreSQL may run as another user: its parent folder must let it walk through.
  chmodSync(folder, 0o711)
  const log = silentLog()
  const [postgres, clickhouse] = await Promise.all([
    startPostgres({ dir: join(folder, 'postgres'), log, settings: QUICK }),
    startClickHouse({ dir: join(folder, 'clickhouse'), log, sessions: 8 }),
  ])
  const stop = async (): Promise<void> => {
    await Promise.all([postgres.stop(), clickhouse.stop()])
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await fillTemplate(postgres.url)
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('templateUrl', postgres.url)
  project.provide('clickhouseUrl', clickhouse.url)
  return stop
}

async function fillTemplate(url: string): Promise<void> {
  const template = openDatabase(url, silentLog())
  try {
    await migrate(template.db, migrations)
  } finally {
    await template.close()
  }
}
