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
  /** How long a child may take to finish before it is made to. */
  stopMs: number
  /** The signal that makes it; SIGKILL by default. */
  insist?: NodeJS.Signals
  log: Log
}

const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5000
/** A child that lived no longer than this is not started again at once: something is wrong with it. */
const SHORT_LIFE_MS = 250

interface State {
  child: ChildProcess | undefined
  stopping: boolean
}

/**
 * Starts a child and starts it again whenever it dies by itself, with growing pauses while it keeps failing.
 * Rejects only when the very first start fails.
 */
export async function supervise(options: SuperviseOptions): Promise<Supervised> {
  const state: State = { child: undefined, stopping: false }
  try {
    await startOnce(options, state)
  } catch (error) {
    await finish(options, state)
    throw error
  }
  const watching = keepUp(options, state)
  return {
    pid: () => (lives(state.child) ? state.child?.pid : undefined),
    stop: async () => {
      state.stopping = true
      await finish(options, state)
      await watching
      // A start that was under way when the stop was asked for.
      await finish(options, state)
    },
  }
}

function startOnce(options: SuperviseOptions, state: State): Promise<void> {
  return options.start((child) => {
    state.child = child
  })
}

async function keepUp(options: SuperviseOptions, state: State): Promise<void> {
  while (!state.stopping) {
    const since = Date.now()
    const child = state.child
    await exitOf(child)
    if (state.stopping) return
    options.log.warn(
      { engine: options.name, code: child?.exitCode, signal: child?.signalCode },
      'engine stopped by itself',
    )
    if (Date.now() - since < SHORT_LIFE_MS) await sleep(SHORT_LIFE_MS)
    await revive(options, state)
  }
}

async function revive(options: SuperviseOptions, state: State): Promise<void> {
  const { name, log } = options
  for (let pause = FIRST_PAUSE_MS; !state.stopping; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      await startOnce(options, state)
      log.info({ engine: name, child: state.child?.pid }, 'engine started again')
      return
    } catch (error) {
      if (state.stopping) return
      log.error({ engine: name, err: error }, 'engine did not start; trying again')
      await finish(options, state)
      await sleep(pause)
    }
  }
}

function lives(child: ChildProcess | undefined): boolean {
  return child !== undefined && child.exitCode === null && child.signalCode === null
}

function exitOf(child: ChildProcess | undefined): Promise<void> {
  if (!lives(child)) return Promise.resolve()
  return new Promise((resolve) => child?.once('exit', () => resolve()))
}

async function finish(options: SuperviseOptions, { child }: State): Promise<void> {
  if (!child || !lives(child) || child.pid === undefined) return
  const gone = exitOf(child)
  options.askToStop(child)
  const timer = setTimeout(() => {
    options.log.warn({ engine: options.name }, 'engine did not stop in time; killing it')
    child.kill(options.insist ?? 'SIGKILL')
  }, options.stopMs)
  await gone
  clearTimeout(timer)
}
