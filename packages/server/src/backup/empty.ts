import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import type { ClickHouse } from '../platform/clickhouse/client.ts'
import type { Config } from '../platform/config.ts'
import { takeLock } from '../platform/engines/lock.ts'
import { stopLeftover } from '../platform/engines/postgres/leftover.ts'
import { isRestoring } from '../platform/engines/restoring.ts'
import type { Log } from '../platform/log.ts'
import { findServer } from '../platform/running.ts'
import { BackupError } from './errors.ts'

/**
 * Sees to it that the data directory is empty: what an unfinished restore left is removed, anything else is refused.
 * Throws BackupError, and EngineError where another process is at work there.
 */
export async function emptyDataDir({ dataDir }: Pick<Config, 'dataDir'>, log: Log): Promise<void> {
  if (findServer(dataDir)) throw new BackupError('Сначала остановите сервер: восстановление делается без него.')
  if (!existsSync(dataDir) || readdirSync(dataDir).length === 0) return
  if (!isRestoring(dataDir))
    throw new BackupError(
      `Каталог ${dataDir} не пуст. Восстановить можно только в пустую установку: укажите новый каталог в OTKLIK_DATA.`,
    )
  const unlock = await takeLock(join(dataDir, 'lock'))
  try {
    await stopLeftover(join(dataDir, 'postgres'), log)
    // The mark goes last: a removal broken off can be taken up again.
    for (const name of readdirSync(dataDir).filter((one) => one !== 'lock' && one !== 'restoring'))
      rmSync(join(dataDir, name), { recursive: true, force: true })
  } finally {
    unlock()
  }
}

/** Engines of one's own may hold somebody's tables. Throws BackupError. */
export async function requireEmptyStores(client: pg.Client, ch: ClickHouse): Promise<void> {
  const tables = await client.query(
    "SELECT FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' LIMIT 1",
  )
  await ch.createDatabase()
  const found = await ch.query('SELECT name FROM system.tables WHERE database = currentDatabase() LIMIT 1')
  if (tables.rowCount === 0 && found.length === 0) return
  throw new BackupError('В базах уже есть таблицы. Восстановить можно только в пустые базы: создайте новые.')
}
