import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../log.ts'

/** A store neither answers nor refuses: it hangs, or is not reached by what is sent to it. */
export class StoreSilent extends Error {
  override readonly name = 'StoreSilent'
  constructor(store: string) {
    super(`${store} is silent`)
  }
}

/** Keeps callers from waiting for a store that hangs. A store that is only slow is waited for. */
export interface Pulse {
  /** The work's result; throws StoreSilent, without beginning it or before its end, while the store is silent. */
  during<T>(work: () => Promise<T>): Promise<T>
}

export const NO_PULSE: Pulse = { during: (work) => work() }

export interface PulseOptions {
  readonly store: string
  /** Asks the store for a word, by a way of its own. A refusal is an answer too. */
  readonly probe: () => Promise<unknown>
  readonly log: Log
  /** How long work may take before the store is asked whether it lives, how long it may think, how often it is asked. */
  readonly times?: { readonly waitMs: number; readonly silentMs: number; readonly pauseMs: number }
}

const TIMES = { waitMs: 1000, silentMs: 4000, pauseMs: 1000 }
const TICKS = 10

/** Nothing is asked of the store while all work ends in time. */
export function openPulse({ store, probe, log, times = TIMES }: PulseOptions): Pulse {
  const waiting = new Set<(error: StoreSilent) => void>()
  let silent = false
  let watching = false

  const judge = (answered: boolean): void => {
    if (silent === answered)
      log[answered ? 'info' : 'error']({ store }, answered ? 'a store is back' : 'a store is silent')
    silent = !answered
    if (answered) return
    for (const giveUp of waiting) giveUp(new StoreSilent(store))
    waiting.clear()
  }
  const watch = async (): Promise<void> => {
    if (watching) return
    watching = true
    while (waiting.size > 0 || silent) {
      judge(await answers(probe, times.silentMs))
      await sleep(times.pauseMs, undefined, { ref: false })
    }
    watching = false
  }
  return {
    during: async (work) => {
      if (silent) throw new StoreSilent(store)
      let leave = (): void => undefined
      const lost = new Promise<never>((_, giveUp) => {
        const timer = setTimeout(() => {
          waiting.add(giveUp)
          void watch()
        }, times.waitMs)
        leave = () => {
          clearTimeout(timer)
          waiting.delete(giveUp)
        }
      })
      return Promise.race([work(), lost]).finally(leave)
    },
  }
}

/** Time is counted in turns of this process: one that was busy itself has not listened meanwhile. */
async function answers(probe: () => Promise<unknown>, silentMs: number): Promise<boolean> {
  let answered = false
  const heard = (): void => {
    answered = true
  }
  void probe().then(heard, heard)
  for (let tick = 0; tick < TICKS && !answered; tick++) await sleep(silentMs / TICKS, undefined, { ref: false })
  return answered
}
