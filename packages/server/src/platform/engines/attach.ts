import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { findServer } from '../running.ts'
import { EngineError } from './errors.ts'
import { takeLock } from './lock.ts'
import { startPostgres } from './postgres/start.ts'
import { refuseUnfinishedRestore } from './restoring.ts'
import { startEngines } from './start.ts'

/** The engines of an installation, whoever started them. */
export interface ReachedEngines {
  readonly databaseUrl: string
  readonly clickhouseUrl: string
  /** Stops what was started for the caller, and nothing else. */
  stop(): Promise<void>
}

/**
 * For a command that works on the stores themselves: the engines of the server that runs on this data directory, or
 * engines started for the command. Throws EngineError where there is no installation.
 */
export async function reachEngines(config: Config, log: Log): Promise<ReachedEngines> {
  const running = findServer(config.dataDir)?.engines
  if (running) return { ...running, stop: async () => undefined }
  requireInstallation(config)
  return startEngines(config, log)
}

/** The same for PostgreSQL alone. */
export async function reachDatabase(config: Config, log: Log): Promise<Pick<ReachedEngines, 'databaseUrl' | 'stop'>> {
  const { dataDir } = config
  refuseUnfinishedRestore(dataDir)
  const databaseUrl = findServer(dataDir)?.engines?.databaseUrl ?? config.databaseUrl
  if (databaseUrl) return { databaseUrl, stop: async () => undefined }
  requireInstallation(config)
  const unlock = await takeLock(join(dataDir, 'lock'))
  try {
    const engine = await startPostgres({ dir: join(dataDir, 'postgres'), log })
    const stop = async (): Promise<void> => {
      await engine.stop()
      unlock()
    }
    return { databaseUrl: engine.url, stop }
  } catch (error) {
    unlock()
    throw error
  }
}

/** An engine would make an empty store where there is none, and a wrong folder would look like an empty installation. */
function requireInstallation(config: Config): void {
  const { dataDir } = config
  if (hasInstallation(config)) return
  throw new EngineError(`В каталоге ${dataDir} нет установки. Укажите её каталог в OTKLIK_DATA.`)
}

/** Whether there is an installation to work on: a command that can do without one asks first. */
export const hasInstallation = ({ dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>): boolean =>
  databaseUrl !== undefined || existsSync(join(dataDir, 'postgres'))
