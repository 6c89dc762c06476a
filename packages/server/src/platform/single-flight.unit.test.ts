import { expect, test } from 'vitest'
import { singleFlight } from './single-flight.ts'

test('equal questions that are asked together are answered together, others by themselves', async () => {
  const once = singleFlight<string>()
  const asked: string[] = []
  const ask = (key: string) =>
    once(key, async () => {
      asked.push(key)
      await Promise.resolve()
      return `${key}!`
    })
  expect(await Promise.all([ask('a'), ask('b'), ask('a'), ask('a')])).toEqual(['a!', 'b!', 'a!', 'a!'])
  expect(asked).toEqual(['a', 'b'])
})

test('nothing is remembered: neither an answer nor a failure', async () => {
  const once = singleFlight<number>()
  let time = 0
  const ask = () =>
    once('a', async () => {
      time++
      if (time === 1) throw new Error('broken')
      return time
    })
  expect(await Promise.allSettled([ask(), ask()])).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
  expect(await ask()).toBe(2)
  expect(await ask()).toBe(3)
})
