import { type Config, readConfig } from '../platform/config.ts'
import { startEngines } from '../platform/engines/start.ts'
import { createLog } from '../platform/log.ts'
import { findServer } from '../platform/running.ts'
import type { Door } from './localDoor.ts'

/**
 * The way to the store for a command: the server at OTKLIK_URL or the one running on this data folder, else the
 * installation itself, opened for the command and closed after it.
 */
export async function throughDoor<T>(work: (door: Door) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const server = serverOf(config)
  // Each way loads what it needs: with a server, a command is at work in a fraction of the time.
  if (server) return work((await import('./remoteDoor.ts')).remoteDoor(server))
  const log = createLog(process.env.OTKLIK_LOG_LEVEL ? config.logLevel : 'silent', process.stderr)
  // The engines start in processes of their own, and are nearly there by the time the program is loaded.
  const engines = startEngines(config, log)
  // Whoever waits for them hears of a failure; until somebody does, it must not count as unhandled.
  engines.catch(() => {})
  const [{ openInstallation }, { localDoor }] = await Promise.all([
    import('../installation.ts'),
    import('./localDoor.ts'),
  ])
  const opening = openInstallation(config, log, { engines })
  try {
    return await work(localDoor(config, opening))
  } finally {
    await opening.then((installation) => installation.close())
  }
}

function serverOf({ serverUrl, dataDir }: Config): { url: string; token: string } | undefined {
  const running = findServer(dataDir)
  if (serverUrl === undefined) return running
  const token = process.env.OTKLIK_TOKEN ?? (running?.url === serverUrl ? running.token : '')
  return { url: serverUrl, token }
}
