import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { together } from './together.ts'

test('gives the values in order', async () => {
  expect(await together([sleep(5).then(() => 'a'), Promise.resolve('b')])).toEqual(['a', 'b'])
})

test('fails only after everything has ended', async () => {
  let ended = false
  const slow = sleep(20).then(() => {
    ended = true
  })
  await expect(together([Promise.reject(new Error('broken')), slow])).rejects.toThrow('broken')
  expect(ended).toBe(true)
})
