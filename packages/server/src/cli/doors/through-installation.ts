import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../../platform/config.ts'
import type { Installation } from '../../installation.ts'
import { startEngines } from '../../platform/engines/start.ts'
import { createLog, type Log } from '../../platform/log.ts'
import { type Door, localDoor } from './local-door.ts'

/** Opens the installation for a command and closes it after it. Throws EngineError with a Russian sentence. */
export async function throughInstallation<T>(config: Config, work: (door: Door) => Promise<T>): Promise<T> {
  const log = createLog(process.env.OTKLIK_LOG_LEVEL ? config.logLevel : 'silent', process.stderr)
  const opening = open(config, log)
  // Whoever waits for it hears of a failure; until somebody does, it must not count as unhandled.
  opening.catch(() => {})
  try {
    return await work(localDoor(config, opening))
  } finally {
    await opening.then((installation) => installation.close())
  }
}

/** Enough for the engines' processes to be launched. */
const LAUNCH_MS = 20

/**
 * The engines start in processes of their own, and are nearly there by the time the program is loaded. That keeps this process
 * busy, so that they are launched before it.
 */
async function open(config: Config, log: Log): Promise<Installation> {
  const engines = startEngines(config, log)
  engines.catch(() => {})
  await sleep(LAUNCH_MS)
  const { openInstallation } = await import('../../installation.ts')
  return openInstallation(config, log, { engines })
}
