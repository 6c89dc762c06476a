import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeFolder } from '../make-folder.ts'
import { identityOf, isAlive, type ProcessIdentity } from '../process-identity.ts'
import { EngineError } from './errors.ts'

/**
 * Takes a lock file for this process. A lock of a dead process is taken over; a living one is waited for
 * `waitMs` (a killed server's child needs a moment to notice).
 * @throws EngineError when somebody else keeps it.
 */
export async function takeLock(path: string, waitMs = 5000): Promise<() => void> {
  const deadline = Date.now() + waitMs
  makeFolder(dirname(path))
  for (;;) {
    if (tryLock(path)) return () => releaseLock(path)
    const holder = readHolder(path)
    if (!holder || !isAlive(holder)) {
      rmSync(path, { force: true })
      continue
    }
    if (Date.now() > deadline) {
      throw new EngineError(
        `Каталог ${dirname(path)} занят процессом ${holder.pid}. Остановите его или укажите другой каталог в OTKLIK_DATA.`,
      )
    }
    await sleep(50)
  }
}

/** A link appears with its content at once, so nobody ever reads a half-written lock. */
function tryLock(path: string): boolean {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify(identityOf(process.pid)), { mode: 0o600 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function releaseLock(path: string): void {
  if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true })
}

function readHolder(path: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
