import type { Config } from '../platform/config.ts'
import { startEngines } from '../platform/engines/start.ts'
import { createLog } from '../platform/log.ts'
import type { Door } from './localDoor.ts'

/** Opens the installation for a command and closes it after it. Throws EngineError with a Russian sentence. */
export async function throughInstallation<T>(config: Config, work: (door: Door) => Promise<T>): Promise<T> {
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
