import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../log.ts'

export interface Supervised {
  /** The pid of the child now running, or undefined between two of them. */
  pid(): number | undefined
  stop(): Promise<void>
}

export interface SuperviseOptions {
  name: string
  /** Starts the child and resolves when it serves; rejects when it cannot. The child is reported as soon as it exists. */
  start(born: (child: ChildProcess) => void): Promise<void>
  /** Asks the child to finish in good order. */
  askToStop(child: ChildProcess): void
  /** How long a child may take to finish before it is killed. */
  stopMs: number
  log: Log
}

const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5000
/** A child that lived no longer than this is not started again at once: something is wrong with it. */
const SHORT_LIFE_MS = 250

/**
 * Starts a child and starts it again whenever it dies by itself, with growing pauses while it keeps failing.
 * Rejects only when the very first start fails.
 */
export async function supervise(options: SuperviseOptions): Promise<Supervised> {
  const { name, log } = options
  let child: ChildProcess | undefined
  let stopping = false
  let startedAt = Date.now()
  let recovery: Promise<void> | undefined

  const born = (next: ChildProcess): void => {
    child = next
    next.once('exit', (code, signal) => {
      if (child === next) child = undefined
      if (stopping) return
      log.warn({ engine: name, code, signal }, 'engine stopped by itself')
    })
  }
  const watch = (): void => {
    const watched = child
    if (!watched || watched.exitCode !== null || watched.signalCode !== null) {
      recover()
      return
    }
    watched.once('exit', () => {
      if (!stopping) recover()
    })
  }
  const recover = (): void => {
    recovery ??= startAgain().finally(() => {
      recovery = undefined
      if (!stopping) watch()
    })
  }
  const startAgain = async (): Promise<void> => {
    if (Date.now() - startedAt < SHORT_LIFE_MS) await sleep(SHORT_LIFE_MS)
    for (let pause = FIRST_PAUSE_MS; !stopping; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        await options.start(born)
        startedAt = Date.now()
        log.info({ engine: name, pid: child?.pid }, 'engine started again')
        return
      } catch (error) {
        log.error({ engine: name, err: error }, 'engine did not start; trying again')
        await finish(child, options)
        await sleep(pause)
      }
    }
  }

  try {
    await options.start(born)
    startedAt = Date.now()
  } catch (error) {
    stopping = true
    await finish(child, options)
    throw error
  }
  watch()
  return {
    pid: () => child?.pid,
    stop: async () => {
      stopping = true
      await finish(child, options)
      await recovery
      await finish(child, options)
    },
  }
}

async function finish(child: ChildProcess | undefined, options: SuperviseOptions): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  options.askToStop(child)
  const timer = setTimeout(() => {
    options.log.warn({ engine: options.name }, 'engine did not stop in time; killing it')
    child.kill('SIGKILL')
  }, options.stopMs)
  await gone
  clearTimeout(timer)
}
