import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { findServer } from '../../src/platform/running.ts'

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

/** A real `otklik serve`, to be killed. */
export interface ServerProcess {
  readonly child: ChildProcess
  readonly url: string
  readonly token: string
  /** What it wrote to its log and to the console. */
  said(): string
}

/** Starts the server on the folder and waits until it takes requests. */
export async function startServerProcess(dataDir: string): Promise<ServerProcess> {
  const env = { PATH: process.env.PATH, OTKLIK_DATA: dataDir, PORT: '0', HOST: '127.0.0.1', OTKLIK_LOG_LEVEL: 'info' }
  const child = spawn(process.execPath, [cli, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  for (let tries = 0; tries < 1200; tries++) {
    const running = findServer(dataDir)
    if (running && running.pid === child.pid) return { child, url: running.url, token: running.token, said: () => said }
    if (child.exitCode !== null || child.signalCode !== null) break
    await sleep(50)
  }
  child.kill('SIGKILL')
  throw new Error(`the server did not start:\n${said}`)
}

export async function endServerProcess({ child }: ServerProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await exited
}

interface Process {
  readonly pid: number
  readonly parent: number
  readonly name: string
}

/** All that the process has started, and what those have. Linux only. */
function descendants(of: number): Process[] {
  const all = readdirSync('/proc').flatMap((entry) => (/^\d+$/.test(entry) ? (readProcess(Number(entry)) ?? []) : []))
  const found = [{ pid: of, parent: 0, name: '' }]
  for (const { pid } of found) found.push(...all.filter(({ parent }) => parent === pid))
  return found.slice(1)
}

function readProcess(pid: number): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    return { pid, parent, name }
  } catch {
    return undefined
  }
}

/** Stops a process and all that it has started where they stand, and lets them go on after the work. */
export async function whileHung(pid: number | undefined, work: () => Promise<void>): Promise<void> {
  if (pid === undefined) throw new Error('no such process')
  const pids = [pid, ...descendants(pid).map((child) => child.pid)]
  for (const one of pids) process.kill(one, 'SIGSTOP')
  try {
    await work()
  } finally {
    for (const one of pids.toReversed()) process.kill(one, 'SIGCONT')
  }
}

export const victims = ['server', 'postmaster', 'all of PostgreSQL', 'ClickHouse'] as const
export type Victim = (typeof victims)[number]

/** Kills at once. @returns how many processes; the server's own death takes its engines with it. */
export function killVictim(server: ServerProcess, victim: Victim): number {
  const pid = server.child.pid ?? 0
  const pids = victim === 'server' ? [pid] : enginePids(pid, victim)
  for (const one of pids) {
    try {
      process.kill(one, 'SIGKILL')
    } catch {
      // It was gone before: a worker of PostgreSQL lives as long as its query.
    }
  }
  return pids.length
}

function enginePids(server: number, victim: Victim): number[] {
  const all = descendants(server)
  const postgres = all.filter(({ name }) => name === 'postgres')
  if (victim === 'all of PostgreSQL') return postgres.map(({ pid }) => pid)
  const own = new Set(postgres.map(({ pid }) => pid))
  if (victim === 'postmaster') return postgres.filter(({ parent }) => !own.has(parent)).map(({ pid }) => pid)
  return all.filter(({ pid, parent }) => !own.has(pid) && parent === server).map(({ pid }) => pid)
}
