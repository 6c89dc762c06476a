import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { makeFolder } from '../make-folder.ts'
import { startClickHouse } from './clickhouse/start.ts'
import { EngineError } from './errors.ts'
import { takeLock } from './lock.ts'
import { startPostgres } from './postgres/start.ts'
import { refuseUnfinishedRestore } from './restoring.ts'

/** The two addresses the program knows, and how to stop what was started for them. */
export interface Engines {
  databaseUrl: string
  clickhouseUrl: string
  /** Named pipes of the embedded ClickHouse, for this process alone. */
  clickhouseFeeds: readonly string[]
  /** The pids of the embedded engines now; undefined for outside ones. */
  pids(): { postgres: number | undefined; clickhouse: number | undefined }
  stop(): Promise<void>
}

/**
 * Starts each engine whose address is not configured, both at once, under a lock of the data directory.
 * @param options `restoring`: the caller is the restore that is not finished.
 * @throws EngineError with a Russian sentence.
 */
export async function startEngines(config: Config, log: Log, { restoring = false } = {}): Promise<Engines> {
  const { dataDir } = config
  if (!restoring) refuseUnfinishedRestore(dataDir)
  // Servers that share outside engines may share the folder of files too.
  const alone = !config.databaseUrl || !config.clickhouseUrl
  const unlock = await openFolder(dataDir, alone).catch((error: unknown) => {
    throw folderProblem(dataDir, error)
  })
  // ClickHouse first: it takes longer.
  const [clickhouse, postgres] = await Promise.allSettled([
    config.clickhouseUrl
      ? (await outside()).reachClickHouse(config.clickhouseUrl)
      : startClickHouse(clickhouseOptions(config, log)),
    config.databaseUrl
      ? (await outside()).reachPostgres(config.databaseUrl)
      : startPostgres({ dir: join(dataDir, 'postgres'), log }),
  ])
  const results = [postgres, clickhouse]
  const started = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((engine) => engine.stop()))
    unlock()
  }
  if (postgres.status === 'rejected' || clickhouse.status === 'rejected') {
    await stop()
    throw postgres.status === 'rejected' ? postgres.reason : (clickhouse as PromiseRejectedResult).reason
  }
  return {
    databaseUrl: postgres.value.url,
    clickhouseUrl: clickhouse.value.url,
    clickhouseFeeds: clickhouse.value.feeds,
    pids: () => ({ postgres: postgres.value.pid(), clickhouse: clickhouse.value.pid() }),
    stop,
  }
}

/** Loaded only where it is needed: a command starts the engines before it loads the rest of the program. */
const outside = () => import('./outside.ts')

function clickhouseOptions(config: Config, log: Log) {
  const { dataDir, clickhouseSessions: sessions, clickhouseMemoryBytes: memoryBytes } = config
  return { dir: join(dataDir, 'clickhouse'), log, sessions, memoryBytes }
}

/** Makes the data folder where there is none. @returns what gives it free again. */
async function openFolder(dataDir: string, alone: boolean): Promise<() => void> {
  makeFolder(dataDir, 0o711)
  // PostgreSQL may run as another user, who must be able to walk through; the folders inside are closed.
  openForWalking(dataDir)
  return alone ? await takeLock(join(dataDir, 'lock')) : () => {}
}

/** What the system says of a folder that is a file, is somebody else's, can only be read or is full. */
function folderProblem(dataDir: string, error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error)) return error
  return new EngineError(
    `Каталогом данных ${dataDir} пользоваться нельзя: ${error.message}. Дайте этой учётной записи права на него или укажите другой в OTKLIK_DATA.`,
  )
}

function openForWalking(dir: string): void {
  try {
    chmodSync(dir, 0o711)
  } catch {
    // Somebody else's folder: then PostgreSQL's own start says what is wrong, if anything is.
  }
}
