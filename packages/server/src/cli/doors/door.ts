import { type Config, readConfig } from '../../platform/config.ts'
import { findServer } from '../../platform/running.ts'
import type { Door } from './local-door.ts'

/**
 * The way to the store for a command: the server at OTKLIK_URL or the one running on this data folder, else the
 * installation itself. Each way loads what it needs: with a server, a command is at work in a fraction of the time.
 */
export async function throughDoor<T>(work: (door: Door) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const server = serverOf(config)
  if (server) return work((await import('./remote-door.ts')).remoteDoor(server))
  return (await import('./through-installation.ts')).throughInstallation(config, work)
}

function serverOf({ serverUrl, dataDir }: Config): { url: string; token: string } | undefined {
  const running = findServer(dataDir)
  if (serverUrl === undefined) return running
  const token = process.env.OTKLIK_TOKEN ?? (running?.url === serverUrl ? running.token : '')
  return { url: serverUrl, token }
}
