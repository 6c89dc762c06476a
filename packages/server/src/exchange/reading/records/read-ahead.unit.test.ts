import { expect, test } from 'vitest'
import { readAhead } from './read-ahead.ts'

test('one item is made ahead, never two', async () => {
  const log: string[] = []
  async function* make() {
    for (let i = 0; i < 4; i++) {
      log.push(`made ${i}`)
      yield i
    }
  }
  for await (const item of readAhead(make())) {
    await new Promise((resolve) => setTimeout(resolve, 1))
    log.push(`used ${item}`)
  }
  const middle = ['made 1', 'used 0', 'made 2', 'used 1', 'made 3', 'used 2', 'used 3']
  expect(log).toEqual(['made 0', ...middle])
})

test('a failure comes in its turn, and leaving early closes the source', async () => {
  let closed = 0
  async function* make() {
    try {
      yield 1
      yield 2
      throw new Error('disk')
    } finally {
      closed++
    }
  }
  const seen: number[] = []
  const all = async () => {
    for await (const item of readAhead(make())) seen.push(item)
  }
  await expect(all()).rejects.toThrow('disk')
  expect({ seen, closed }).toEqual({ seen: [1, 2], closed: 1 })
  for await (const item of readAhead(make())) if (item === 1) break
  expect(closed).toBe(2)
})
