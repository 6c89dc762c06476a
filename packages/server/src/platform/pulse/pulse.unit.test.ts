import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, expect, test } from 'vitest'
import { silentLog } from '../log.ts'
import { openPulse, StoreSilent } from './pulse.ts'

const store = { hangs: false, refuses: false, probes: 0 }
beforeEach(() => {
  Object.assign(store, { hangs: false, refuses: false, probes: 0 })
})
const never = new Promise<never>(() => {})
const probe = async (): Promise<void> => {
  store.probes++
  if (store.refuses) throw new Error('refused')
  if (store.hangs) await never
}
const pulseOf = () =>
  openPulse({ store: 'store', probe, log: silentLog(), times: { waitMs: 20, silentMs: 50, pauseMs: 5 } })

test('quick work asks the store nothing, and its result and failure are its own', async () => {
  const pulse = pulseOf()
  expect(await pulse.during(async () => 7)).toBe(7)
  await expect(pulse.during(() => Promise.reject(new RangeError('mine')))).rejects.toThrow(RangeError)
  expect(store.probes).toBe(0)
})

test.each(['answers', 'refuses'])('slow work is waited for while the store %s', async (how) => {
  store.refuses = how === 'refuses'
  const pulse = pulseOf()
  expect(await pulse.during(() => sleep(300, 'done'))).toBe('done')
  expect(store.probes).toBeGreaterThan(1)
})

test('work in a store that hangs is given up, more is not begun, and all goes on when it is back', async () => {
  const pulse = pulseOf()
  store.hangs = true
  const both = [pulse.during(() => never), pulse.during(() => never)]
  for (const work of both) await expect(work).rejects.toThrow(StoreSilent)
  let begun = 0
  const more = (): Promise<number> => pulse.during(async () => ++begun)
  await expect(more()).rejects.toThrow('store is silent')
  expect(begun).toBe(0)
  store.hangs = false
  await expect.poll(() => more().catch(() => 0)).toBe(1)
})

test('a process that was busy itself does not blame the store', async () => {
  const pulse = pulseOf()
  const slow = pulse.during(() => sleep(250, 'done'))
  await sleep(25)
  const until = Date.now() + 150
  while (Date.now() < until);
  expect(await slow).toBe('done')
})
