import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../log.ts'
import { EngineError } from '../errors.ts'

/**
 * Stops the PostgreSQL that a killed server left behind on this folder. The caller holds the lock of the data
 * directory, so a process found here belongs to nobody.
 */
export async function stopLeftover(dir: string, log: Log): Promise<void> {
  const pid = postmasterPid(dir)
  if (pid === undefined || !isPostgres(pid)) {
    removeStale(dir)
    return
  }
  log.warn({ engine: 'postgres', pid }, 'stopping the engine left by a killed server')
  for (const [signal, ms] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5000],
    // Acknowledged work is in the log on disk: recovery finds it.
    ['SIGKILL', 5000],
  ] as const) {
    signalTo(pid, signal)
    for (const end = Date.now() + ms; Date.now() < end; await sleep(20)) {
      if (!isPostgres(pid)) return
    }
  }
  throw new EngineError(
    `Прежний процесс PostgreSQL (${pid}) не останавливается. Завершите его и запустите сервер снова.`,
  )
}

/** A pid file whose number now belongs to another program would stop PostgreSQL from starting. */
function removeStale(dir: string): void {
  rmSync(join(dir, 'postmaster.pid'), { force: true })
}

function postmasterPid(dir: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(dir, 'postmaster.pid'), 'utf8').split('\n')[0])
    return Number.isInteger(pid) && pid > 1 ? pid : undefined
  } catch {
    return undefined
  }
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.includes('(postgres)') && !/\) Z /.test(stat)
  } catch {
    return process.platform !== 'linux'
  }
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended in the meantime.
  }
}
