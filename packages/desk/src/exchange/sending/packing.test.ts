import { expect, test } from 'vitest'
import { joinable, MOST_JOINED_BYTES, packagesOf } from './packing.ts'

const file = (name: string) => new File(['x'], name)
const [requests, events, zip] = [file('requests.csv'), file('events.csv'), file('день.ZIP')]

test('files of a day go together, archives and what is sent apart each on their own', () => {
  expect(packagesOf([requests, zip, events], true)).toEqual([[requests, events], [zip]])
  expect(packagesOf([requests, zip, events], false)).toEqual([[requests], [zip], [events]])
})
test('there is nothing to join in one file, or in archives', () => {
  expect([joinable([requests]), joinable([requests, zip]), joinable([zip, file('b.zip')])]).toEqual([[], [], []])
  expect(packagesOf([requests, zip], true)).toEqual([[requests], [zip]])
})
test('what is too large to be joined goes file by file', () => {
  const large = Object.defineProperty(file('events.csv'), 'size', { value: MOST_JOINED_BYTES })
  expect(packagesOf([requests, large], true)).toEqual([[requests], [large]])
})
