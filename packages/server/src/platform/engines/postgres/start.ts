import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { Log } from '../../log.ts'
import { makeFolder } from '../../make-folder.ts'
import { freePort } from '../free-port.ts'
import { EngineError } from '../errors.ts'
import { makeSecret, readSecret } from '../secret.ts'
import { supervise } from '../supervise.ts'
import { type Account, chooseAccount } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { engineEnv, ensureCluster, SUPERUSER } from './cluster.ts'
import { stopLeftover } from './leftover.ts'

export interface PostgresEngine {
  /** postgres://user:password@127.0.0.1:port/otklik */
  url: string
  /** How it runs: see Account. */
  account: Account['name']
  pid(): number | undefined
  stop(): Promise<void>
}

export interface PostgresEngineOptions {
  /** The cluster's folder; made if absent. The caller keeps others from starting a second engine on it. */
  dir: string
  log: Log
  /** Further settings of postgresql.conf, e.g. `fsync=off` for tests. */
  settings?: readonly string[]
}

const DATABASE = 'otklik'

/** Starts the embedded PostgreSQL as a child on loopback. It is started again if it dies, and stops with this process. */
export async function startPostgres(options: PostgresEngineOptions): Promise<PostgresEngine> {
  const { log, settings = [] } = options
  const dir = resolve(options.dir)
  const parent = dirname(dir)
  makeFolder(parent)
  const binaries = findBinaries()
  const password = passwordOf(dir)
  const account = chooseAccount(binaries, parent)
  await stopLeftover(dir, log)
  await ensureCluster(binaries, account, dir, password)
  chmodSync(dir, 0o700)
  const port = await freePort()
  const url = (database: string) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`
  const cluster: Cluster = { binaries, account, dir, port, settings, url: url('postgres') }
  const supervised = await supervise({
    name: 'postgres',
    start: (born) => startServer(cluster, log, born),
    askToStop: (child) => child.kill('SIGINT'),
    stopMs: 5000,
    // At once, but in order: what was acknowledged is in the log on disk.
    insist: 'SIGQUIT',
    log,
  })
  await ensureDatabase(url('postgres'))
  return { url: url(DATABASE), account: account.name, pid: supervised.pid, stop: supervised.stop }
}

/** Made with the cluster: another one would open nothing. */
function passwordOf(dir: string): string {
  const file = join(dirname(dir), 'postgres.password')
  const password = readSecret(file)
  if (password === undefined && existsSync(join(dir, 'PG_VERSION')))
    throw new EngineError(`Нет файла ${file}, без него не открыть базу в ${dir}. Верните файл на место.`)
  return password ?? makeSecret(file)
}

interface Cluster {
  binaries: Binaries
  account: Account
  dir: string
  port: number
  /** Further settings. */
  settings: readonly string[]
  /** An address that answers as soon as the server does. */
  url: string
}

async function startServer(cluster: Cluster, log: Log, born: (child: ChildProcess) => void): Promise<void> {
  const { binaries, account, dir, port, settings, url } = cluster
  const all = [...serverSettings(port), ...settings].flatMap((setting) => ['-c', setting])
  const [command = '', ...args] = [...account.prefix, binaries.postgres, '-D', dir, ...all]
  const child = spawn(command, args, {
    env: engineEnv(),
    cwd: dirname(dir),
    stdio: ['ignore', 'ignore', 'pipe'],
    // Ctrl+C in the terminal is for the server, which stops its engines last.
    detached: true,
  })
  born(child)
  await untilReady(child, url, listen(child, log))
}

function serverSettings(port: number): string[] {
  return [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'shared_buffers=128MB',
    'maintenance_work_mem=64MB',
    'max_wal_size=1GB',
    'wal_compression=on',
    'lc_messages=C',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_line_prefix=',
    'log_checkpoints=off',
    'restart_after_crash=on',
    // After a crash every file is synced before recovery: one call for the file system instead of one for each file.
    ...(process.platform === 'linux' ? ['recovery_init_sync_method=syncfs'] : []),
  ]
}

interface Said {
  /** The last lines of the engine's log, for the sentence about a failed start. */
  last: string[]
  ready: boolean
}

/** The engine's own log goes into the server's one; its messages are in English whatever the system's language. */
function listen(child: ChildProcess, log: Log): Said {
  const said: Said = { last: [], ready: false }
  const { last } = said
  if (!child.stderr) return said
  createInterface({ input: child.stderr }).on('line', (line) => {
    last.push(line)
    if (last.length > 8) last.shift()
    if (line.includes('ready to accept connections')) said.ready = true
    log[line.startsWith('PANIC:') ? 'error' : 'debug']({ engine: 'postgres' }, line)
  })
  return said
}

async function untilReady(child: ChildProcess, url: string, said: Said): Promise<void> {
  let failure: Error | undefined
  child.once('error', (error) => {
    failure = error
  })
  for (const end = Date.now() + 120_000; Date.now() < end; await sleep(15)) {
    if (failure) throw failure
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new EngineError(`PostgreSQL завершился при запуске. (${said.last.join(' | ')})`)
    }
    if (said.ready && (await answers(url))) return
  }
  throw new EngineError('PostgreSQL не отвечает две минуты после запуска. Посмотрите журнал и место на диске.')
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
  } finally {
    await client.end()
  }
}
