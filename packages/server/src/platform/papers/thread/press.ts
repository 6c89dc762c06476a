import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Paper } from '../paper.ts'
import type { Order, Outcome } from './worker.ts'

/** Papers wait for one another; with more than this waiting, the next is refused rather than kept. */
const MOST_WAITING = 50
/** A thread with nothing to do ends after so long, and with it the fonts and what the compiler remembers. */
const IDLE_MS = 60_000
/** Nothing that anybody prints takes so long. */
const STUCK_MS = 5 * 60_000
/** After a paper with so many cells a thread is not used again: its memory goes back to the system. */
const LARGE = 20_000

export class PressBusy extends Error {}

/** A thread that makes papers, one after another, so that the loop that answers requests stays free. */
interface Press {
  readonly worker: Worker
  idle?: NodeJS.Timeout
}
let press: Press | undefined
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** The bytes of a paper, made in another thread. Throws `PressBusy` where too many wait already. */
export async function printed(wanted: Order): Promise<Uint8Array> {
  if (waiting >= MOST_WAITING) throw new PressBusy(`${waiting} papers are waiting`)
  waiting += 1
  const mine = last.then(() => order(wanted))
  last = mine.catch(() => undefined)
  try {
    return await mine
  } finally {
    waiting -= 1
  }
}

async function order(wanted: Order): Promise<Uint8Array> {
  const { worker } = taken()
  try {
    worker.postMessage(wanted)
    const outcome = await answerOf(worker)
    if ('failure' in outcome) throw new Error(`the paper «${wanted.paper.name}» was not made: ${outcome.failure}`)
    await (sizeOf(wanted.paper) > LARGE ? ended() : undefined)
    return outcome.bytes
  } catch (error) {
    await ended()
    throw error
  } finally {
    rest()
  }
}

/** The thread at work: it keeps the process alive until it is done. */
function taken(): Press {
  press ??= { worker: begun() }
  clearTimeout(press.idle)
  press.worker.ref()
  return press
}

function begun(): Worker {
  const worker = new Worker(new URL('worker.ts', import.meta.url))
  // Whoever waits for an answer hears of an error himself; nobody else has to.
  worker.on('error', () => undefined)
  worker.once('exit', () => {
    if (press?.worker === worker) press = undefined
  })
  return worker
}

async function answerOf(worker: Worker): Promise<Outcome> {
  const quit = new AbortController()
  const signal = AbortSignal.any([quit.signal, AbortSignal.timeout(STUCK_MS)])
  try {
    // A thread that dies says so once: by an error, or by its exit.
    return await Promise.race([
      once(worker, 'message', { signal }).then(([outcome]) => outcome as Outcome),
      once(worker, 'exit', { signal }).then(([code]) => {
        throw new Error(`the thread that makes papers ended with ${String(code)}`)
      }),
    ])
  } finally {
    quit.abort()
  }
}

function rest(): void {
  if (!press) return
  press.worker.unref()
  press.idle = setTimeout(() => void ended(), IDLE_MS).unref()
}

async function ended(): Promise<void> {
  const { worker, idle } = press ?? {}
  press = undefined
  clearTimeout(idle)
  await worker?.terminate()
}

/** Cells of all tables: what memory and time grow with. */
const sizeOf = ({ blocks }: Paper): number =>
  blocks.reduce((cells, block) => cells + (block.kind === 'table' ? block.rows.length * block.columns.length : 0), 0)
