import { EventEmitter, once } from 'node:events'

/** Word inside this process that packages have changed: who watches one looks at it at once, not when it is time again. */
export interface Changes {
  tell(packages: readonly number[]): void
  /** Ends when word comes of the package, after `patienceMs`, or with the signal. */
  next(id: number, patienceMs: number, signal: AbortSignal): Promise<void>
}

export function openChanges(): Changes {
  // As many watch as like to.
  const told = new EventEmitter().setMaxListeners(0)
  return {
    tell: (packages) => {
      for (const id of packages) told.emit(String(id))
    },
    next: async (id, patienceMs, signal) => {
      const enough = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)])
      await once(told, String(id), { signal: enough }).catch(() => undefined)
    },
  }
}
