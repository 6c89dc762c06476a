import { firstStartLink } from './access/index.ts'
import { buildServer, noteAuditHead, startWork } from './compose.ts'
import { importMetrics } from './exchange/metrics.ts'
import { type Installation, openInstallation } from './installation.ts'
import type { Config } from './platform/config.ts'
import { EngineError } from './platform/engines/errors.ts'
import { createMetrics, type Metrics } from './platform/http/index.ts'
import type { Log } from './platform/log.ts'
import { announceServer, type RunningServer, withdrawServer } from './platform/running.ts'

export interface RunningInstallation {
  readonly installation: Installation
  readonly url: string
  /** Bearer token of this process, for commands on the same machine. */
  readonly token: string
  stop(): Promise<void>
}

/** Starts engines, schemas, jobs and HTTP. The server accepts requests when it returns. */
export async function startServer(
  config: Config,
  log: Log,
  options: { demo?: boolean } = {},
): Promise<RunningInstallation> {
  const metrics = createMetrics()
  const installation = await openInstallation(config, log, { ...options, metrics: importMetrics(metrics) })
  try {
    return await startServing(installation, metrics)
  } catch (error) {
    await installation.close()
    throw error
  }
}

async function startServing(installation: Installation, metrics: Metrics): Promise<RunningInstallation> {
  const { config } = installation
  await noteAuditHead(installation)
  const jobs = await startWork(installation)
  // The token exists only once the address is known, and is asked for by requests that come after that.
  const announced: { server?: RunningServer } = {}
  const app = await buildServer(installation, jobs, () => announced.server?.token, metrics)
  await app.listen({ host: config.host, port: config.port }).catch(async (error: unknown) => {
    await jobs.stop()
    throw listenProblem(error, config)
  })
  const address = app.server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host
  const running = announceServer(config.dataDir, `http://${host}:${port}`, installation.engines)
  announced.server = running
  const stop = async (): Promise<void> => {
    withdrawServer(config.dataDir)
    await app.close()
    await jobs.stop()
    await noteAuditHead(installation)
    await installation.close()
  }
  return { installation, url: running.url, token: running.token, stop }
}

function listenProblem(error: unknown, { host, port }: Config): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return new EngineError(`Порт ${port} занят другой программой. Укажите свободный в PORT.`)
  if (code === 'EACCES') return new EngineError(`Порт ${port} закрыт для этой учётной записи. Укажите другой в PORT.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new EngineError(`Адреса ${host} у этой машины нет. Укажите другой в HOST.`)
  return error
}

/** Runs until a signal stops it. @param say prints a line on the console. */
export async function runServer(config: Config, log: Log, say: (line: string) => void): Promise<void> {
  // Asked for before the start, so that a signal meanwhile stops the engines too.
  const stop = stopSignal()
  const server = await startServer(config, log)
  // Of a free port only the server knows the number.
  const publicUrl = config.publicUrl.endsWith(':0') ? server.url : config.publicUrl
  say(`Отклик работает: ${publicUrl}`)
  const link = await firstStartLink({ db: server.installation.db, config: { ...config, publicUrl } })
  if (link) say(`Первый запуск. Откройте ссылку, чтобы завести администратора (действует один раз):\n${link}`)
  await stop
  log.info('stopping')
  await server.stop()
  leaveSoon()
}

/** Nothing that still waits for a store of somebody else keeps the process. */
export function leaveSoon(): void {
  setTimeout(() => process.exit(), 1000).unref()
}

export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
