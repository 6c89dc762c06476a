import { beforeEach, expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { isNoSpace } from '../no-space.ts'
import { openRoom } from './room.ts'

const MIB = 1024 ** 2
const disk = { free: 0 }
let lines: Record<string, unknown>[] = []
beforeEach(() => {
  disk.free = 1000 * MIB
  lines = []
})
const room = (times = { lookMs: 5, againMs: 60_000 }) =>
  openRoom({
    folder: '/srv/data',
    log: createLog('info', { write: (line) => lines.push(JSON.parse(line)) }),
    free: async () => disk.free,
    times,
  })
const full = (code: string) => Object.assign(new Error('no space'), { code })
/** Fails until there is more room than that. */
const needing = (bytes: number) => async (): Promise<string> => {
  if (disk.free < bytes) throw full('243')
  return 'done'
}

test.each([
  [full('ENOSPC'), true],
  [full('EDQUOT'), true],
  [full('53100'), true],
  [full('243'), true],
  [new Error('Cannot write to file: errno: 28, strerror: No space left on device'), true],
  [new Error('wrapped', { cause: full('ENOSPC') }), true],
  [full('ECONNRESET'), false],
  ['ENOSPC', false],
])('a full disk is told by what stores say of it: %s', (error, is) => {
  expect(isNoSpace(error)).toBe(is)
})

test('work that finds no room waits for it, says so at once, and is done when there is more', async () => {
  const place = room()
  await place.check()
  disk.free = 20 * MIB
  const work = place.within(needing(500 * MIB))
  await expect.poll(() => lines.length).toBe(1)
  expect(lines[0]).toMatchObject({ level: 50, msg: 'no room on the disk', free: 20 * MIB })
  expect(lines[0]?.says).toMatch(/^Кончилось место для каталога данных \/srv\/data: свободно 20 МБ\. /)
  expect(place.isWanted()).toBe(true)
  await expect(place.check()).rejects.toThrow('no room in /srv/data')
  disk.free = 400 * MIB
  // Tried again with what has come, and it is still not enough.
  await expect.poll(() => lines.length).toBe(2)
  disk.free = 600 * MIB
  expect(await work).toBe('done')
  expect(place.isWanted()).toBe(false)
  expect(lines.at(-1)).toMatchObject({ msg: 'no longer waiting for room on the disk' })
  await place.check()
})

test('it is tried again after a while also when nothing is seen to change, and other failures are its own', async () => {
  let tries = 0
  const elsewhere = async (): Promise<void> => {
    tries++
    throw tries < 3 ? full('53100') : new RangeError('mine')
  }
  await expect(room({ lookMs: 1, againMs: 5 }).within(elsewhere)).rejects.toThrow(RangeError)
  expect(tries).toBe(3)
})

test('a stop ends the waiting; a disk nearly full is not ready before anything fails', async () => {
  const place = room()
  disk.free = 20 * MIB
  await expect(place.check()).rejects.toThrow('no room')
  const stop = new AbortController()
  const work = place.within(needing(500 * MIB), stop.signal)
  await expect.poll(() => place.isWanted()).toBe(true)
  stop.abort()
  await expect(work).rejects.toThrow('aborted')
  expect(place.isWanted()).toBe(false)
})
