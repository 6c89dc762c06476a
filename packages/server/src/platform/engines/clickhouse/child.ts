import { mkdirSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { EngineError } from '../errors.ts'
import { takeLock } from '../lock.ts'
import type { ChildMessage, ChildOptions } from './messages.ts'

/** The process that holds the engine. Its parent sends the options as its first message and hears back when it serves. */
process.once('message', (options: ChildOptions) => {
  serve(options).catch((error: unknown) => {
    tell({ kind: 'failed', text: error instanceof Error ? error.message : String(error) })
    process.exitCode = 1
    process.disconnect()
  })
})

// Without its parent nobody can reach or stop this process. What was acknowledged is on disk already.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'))

async function serve(options: ChildOptions): Promise<void> {
  mkdirSync(options.dir, { recursive: true, mode: 0o700 })
  await takeLock(join(options.dir, 'lock'))
  const [{ openPool }, { openFeeds }, { writeEngineConfig }, { createClickHouseServer }] = await Promise.all([
    import('./pool.ts'),
    import('./feed.ts'),
    import('./engine-config.ts'),
    import('./server.ts'),
  ])
  // What a killed engine was counting on disk, of no use to anybody now.
  rmSync(join(options.dir, 'store', 'tmp'), { recursive: true, force: true })
  const pool = openEngine(() =>
    openPool(join(options.dir, 'store'), options.sessions, writeEngineConfig(options.dir, options.memoryBytes)),
  )
  const feeds = openFeeds(join(options.dir, 'bodies'), options.sessions)
  const server = createClickHouseServer({ pool, feeds }, options.user, options.password)
  server.listen(options.port, '127.0.0.1', () => {
    tell({ kind: 'ready', port: (server.address() as AddressInfo).port })
  })
  process.once('SIGTERM', () => {
    server.close(() => {
      pool.close()
      process.exit(0)
    })
    server.closeIdleConnections()
  })
}

/** The engine says only that it could not open the folder; the usual reason is another engine on it. */
function openEngine<T>(open: () => T): T {
  try {
    return open()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new EngineError(
      `Не открывается каталог данных ClickHouse. Проверьте место на диске, права и не открыт ли он другим процессом. (${reason})`,
    )
  }
}

function tell(message: ChildMessage): void {
  process.send?.(message)
}
