import { readFileSync } from 'node:fs'

/** A process named so that a later one with the same number is not taken for it. */
export interface ProcessIdentity {
  pid: number
  /** Start time in clock ticks since boot where /proc tells it, else an empty string. */
  started: string
}

/** The identity of a process that exists now. */
export function identityOf(pid: number): ProcessIdentity {
  return { pid, started: startTime(pid) }
}

/** Whether exactly that process still runs. A zombie does not. */
export function isAlive(identity: ProcessIdentity): boolean {
  if (!Number.isInteger(identity.pid) || identity.pid <= 0) return false
  try {
    process.kill(identity.pid, 0)
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  const stat = readStat(identity.pid)
  if (stat === undefined) return process.platform !== 'linux'
  return stat[0] !== 'Z' && (identity.started === '' || stat[19] === identity.started)
}

function startTime(pid: number): string {
  return readStat(pid)?.[19] ?? ''
}

/** The fields of /proc/<pid>/stat from the state on: the name before them may hold spaces and brackets. */
function readStat(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
