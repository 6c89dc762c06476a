import { expect, test } from 'vitest'
import { openChanges } from './changes.ts'

const never = new AbortController().signal
const LONG_MS = 60_000

test('whoever waits for a package hears of it, and of no other', async () => {
  const changes = openChanges()
  const heard: string[] = []
  const first = changes.next(1, LONG_MS, never).then(() => heard.push('first'))
  const also = changes.next(1, LONG_MS, never).then(() => heard.push('also'))
  const leaving = new AbortController()
  const other = changes.next(2, LONG_MS, leaving.signal).then(() => heard.push('other'))
  changes.tell([1, 3])
  await Promise.all([first, also])
  expect(heard.toSorted()).toEqual(['also', 'first'])
  leaving.abort()
  await other
})

test('waiting ends by itself, and with the signal', async () => {
  const changes = openChanges()
  await changes.next(1, 1, never)
  await changes.next(1, LONG_MS, AbortSignal.abort())
})
