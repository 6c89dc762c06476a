import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { getCompileCacheDir } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Log } from '../../log.ts'
import { makeFolder } from '../../make-folder.ts'
import { EngineError } from '../errors.ts'
import { keptSecret } from '../secret.ts'
import { supervise } from '../supervise.ts'
import { givenPipes } from './feed.ts'
import type { ChildMessage, ChildOptions } from './messages.ts'

export interface ClickHouseEngine {
  /** http://user:password@127.0.0.1:port */
  url: string
  /** Named pipes through which the starter alone may send rows; see `openClickHouse`. */
  feeds: readonly string[]
  pid(): number | undefined
  stop(): Promise<void>
}

export interface ClickHouseEngineOptions {
  /** The engine's folder; made if absent. One engine per folder. */
  dir: string
  log: Log
  /** Statements in flight at once; the others wait. 10 by default. */
  sessions?: number
  /** The limit of the engine's own memory; 1.5 GiB by default. */
  memoryBytes?: number
}

const USER = 'otklik'

/** Starts the embedded ClickHouse as a child on loopback. It is started again if it dies, and dies with this process. */
export async function startClickHouse(options: ClickHouseEngineOptions): Promise<ClickHouseEngine> {
  const { dir, log, sessions = 10, memoryBytes = 1536 * 1024 ** 2 } = options
  makeFolder(dir, 0o700)
  const password = keptSecret(join(dir, 'password'))
  const childOptions = { dir, user: USER, password, sessions, memoryBytes }
  // The first child takes any free port, those that come after it take the same again.
  let port = 0
  const supervised = await supervise({
    name: 'clickhouse',
    start: async (born) => {
      port = await startChild({ ...childOptions, port }, log, born)
    },
    askToStop: (child) => child.kill('SIGTERM'),
    stopMs: 4000,
    log,
  })
  return {
    url: `http://${USER}:${password}@127.0.0.1:${port}`,
    feeds: givenPipes(join(dir, 'bodies')),
    pid: supervised.pid,
    stop: supervised.stop,
  }
}

/** The answer is the port it listens at. */
function startChild(options: ChildOptions, log: Log, born: (child: ChildProcess) => void): Promise<number> {
  const child = launch(options.sessions)
  born(child)
  child.stderr?.on('data', (chunk: Buffer) => log.debug({ engine: 'clickhouse' }, chunk.toString('utf8').trimEnd()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) =>
      reject(new EngineError(`Процесс ClickHouse завершился при запуске (${code ?? signal}).`)),
    )
    child.on('message', (message: ChildMessage) => {
      if (message.kind === 'ready') resolve(message.port)
      else reject(new EngineError(message.text))
    })
    child.send(options, (error) => {
      if (error) reject(error)
    })
  })
}

/** Statements occupy threads of libuv's pool for as long as they run; files and pipes need some more. */
function launch(sessions: number): ChildProcess {
  const entry = fileURLToPath(new URL('./child.ts', import.meta.url))
  const [command, ...args] = [...dieWithParent(), process.execPath, '--disable-warning=ExperimentalWarning', entry]
  // Its code is read from the cache that this process uses, if it uses one.
  const cache = getCompileCacheDir()
  return spawn(command ?? process.execPath, args, {
    env: {
      PATH: process.env.PATH ?? '',
      TZ: 'UTC',
      UV_THREADPOOL_SIZE: String(sessions + 8),
      ...(cache === undefined ? {} : { NODE_COMPILE_CACHE: cache }),
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // Ctrl+C in the terminal is for the server, which stops its engines last.
    detached: true,
  })
}

/** Where the system can, the kernel itself ends the child of a killed parent; elsewhere the closed channel does. */
function dieWithParent(): string[] {
  return existsSync('/usr/bin/setpriv') ? ['/usr/bin/setpriv', '--pdeathsig=KILL', '--'] : []
}
