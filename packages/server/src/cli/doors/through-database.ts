import type { Config } from '../../platform/config.ts'
import { reachDatabase } from '../../platform/engines/attach.ts'
import { createLog } from '../../platform/log.ts'
import { refuseNewerRecords } from '../../platform/postgres/migrate.ts'
import { migrations } from '../../schema.ts'
import { type Db, openDatabase } from '../../platform/postgres/open.ts'

/** Opens the records for a command, beside the server or without one, and closes them after it. Throws EngineError. */
export async function throughDatabase<T>(config: Config, work: (db: Db) => Promise<T>): Promise<T> {
  const log = createLog('silent')
  const engine = await reachDatabase(config, log)
  const database = openDatabase(engine.databaseUrl, log, 2)
  try {
    await refuseNewerRecords(database.db, migrations)
    return await work(database.db)
  } finally {
    await database.close()
    await engine.stop()
  }
}
