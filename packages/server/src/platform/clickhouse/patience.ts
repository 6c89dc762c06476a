import { setTimeout as sleep } from 'node:timers/promises'

const PAUSES_MS = [50, 100, 200, 400, 800, 1600, 3200]

/** Repeats work while its failure is of the kind that passes by itself. */
export async function patiently<T>(passing: (error: unknown) => boolean, work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const pause = PAUSES_MS[attempt]
      if (pause === undefined || !passing(error)) throw error
      await sleep(pause)
    }
  }
}

/** Nobody listened: the statement was not even read, so any statement may be said again. */
export function refused(error: unknown): boolean {
  return codeOf(error) === 'ECONNREFUSED'
}

/** The connection broke somewhere: a read may be said again, a write may have been done. */
export function lost(error: unknown): boolean {
  return refused(error) || ['ECONNRESET', 'EPIPE'].includes(codeOf(error)) || /socket hang up/.test(String(error))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
