import { constants, openSync } from 'node:fs'
import { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Opens a named pipe once somebody reads it: only then can no byte be lost. Opened for writing without waiting, a pipe is
 * refused until its reader is there.
 * @param given asked while there is no reader; true gives up, with undefined.
 */
export async function openForWriting(path: string, given: () => boolean): Promise<number | undefined> {
  for (let pause = 0; !given(); pause = Math.min(pause + 1, 10)) {
    try {
      return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENXIO')) throw error
    }
    await sleep(pause)
  }
  return undefined
}

export const pipeOf = (fd: number): Socket => new Socket({ fd, readable: false, writable: true })
