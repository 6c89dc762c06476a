import { statfs } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { Gauge } from 'prom-client'
import type { Metrics } from '../http/index.ts'
import type { Log } from '../log.ts'
import { isNoSpace } from '../no-space.ts'

/** The disk under the data folder, and what waits for room on it. */
export interface Room {
  /** Throws while something waits for room, or so little is left that nothing more is safe. */
  check(): Promise<void>
  /** Does the work. When it fails for want of room, says so at once, and does it again when there is more. */
  within<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>
  free(): Promise<number>
  isWanted(): boolean
}

export interface RoomOptions {
  readonly folder: string
  readonly log: Log
  /** Bytes free on the folder's disk; for tests. */
  readonly free?: () => Promise<number>
  /** How often it is looked for room, and when the work is tried again in any case: the room may be wanted elsewhere. */
  readonly times?: { readonly lookMs: number; readonly againMs: number }
}

const MIB = 1024 ** 2
const LEAST = 32 * MIB

export function openRoom({
  folder,
  log,
  free = freeOn(folder),
  times = { lookMs: 2000, againMs: 60_000 },
}: RoomOptions): Room {
  let wanted = 0
  const tell = async (error: unknown): Promise<number> => {
    const left = await free()
    const says = `Кончилось место для каталога данных ${folder}: свободно ${Math.floor(left / MIB)} МБ. Приём пакетов ждёт и продолжится, когда место появится; принятое не потеряно.`
    log.error(
      { folder, free: left, reason: error instanceof Error ? error.message : String(error), says },
      'no room on the disk',
    )
    return left
  }
  const untilMore = async (left: number, signal?: AbortSignal): Promise<void> => {
    for (const end = Date.now() + times.againMs; Date.now() < end; ) {
      await sleep(times.lookMs, undefined, { signal, ref: false })
      if ((await free()) >= left + LEAST) return
    }
  }
  return {
    free,
    isWanted: () => wanted > 0,
    check: async () => {
      const left = await free()
      if (wanted > 0 || left < LEAST) throw new Error(`no room in ${folder}: ${left} bytes are free`)
    },
    within: async (work, signal) => {
      let asked = false
      try {
        for (;;) {
          try {
            return await work()
          } catch (error) {
            if (!isNoSpace(error)) throw error
            if (!asked) wanted++
            asked = true
            await untilMore(await tell(error), signal)
          }
        }
      } finally {
        if (asked) {
          wanted--
          log.info({ folder }, 'no longer waiting for room on the disk')
        }
      }
    },
  }
}

const freeOn = (folder: string) => async (): Promise<number> => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** What is free, and whether anything waits for more. */
export function roomMetrics(registry: Metrics, room: Room): void {
  const gauge = (name: string, help: string, read: () => number | Promise<number>): void => {
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await read())
      },
    })
  }
  gauge('otklik_disk_free_bytes', 'Bytes free on the disk of the data folder', () =>
    room.free().catch(() => Number.NaN),
  )
  gauge('otklik_disk_full', '1 while imports wait for room on the disk', () => Number(room.isWanted()))
}
