import { expect, test } from 'vitest'
import { instantOf, localTimeAt, secondsBetween } from './instant.ts'

// Moscow went from +3 to +4 on 28 March 2010 at 02:00, and from +4 to +3 on 26 October 2014 at 02:00.
test.each([
  ['an ordinary time', '2026-05-10T12:00:00', 'Europe/Moscow', '2026-05-10T09:00:00Z'],
  ['another zone', '2026-05-10T12:00:00', 'Asia/Kamchatka', '2026-05-10T00:00:00Z'],
  ['a skipped hour is moved forward', '2010-03-28T02:30:00', 'Europe/Moscow', '2010-03-27T23:30:00Z'],
  ['a repeated hour is the first one', '2014-10-26T01:30:00', 'Europe/Moscow', '2014-10-25T21:30:00Z'],
  ['the hour after the repeated one', '2014-10-26T02:30:00', 'Europe/Moscow', '2014-10-25T23:30:00Z'],
])('%s', (_name, local, zone, instant) => {
  expect(instantOf(local, zone)).toBe(instant)
})

test('waits are counted in instants and never below zero', () => {
  const before = instantOf('2014-10-26T00:30:00', 'Europe/Moscow')
  expect(secondsBetween(before, instantOf('2014-10-26T02:30:00', 'Europe/Moscow'))).toBe(3 * 3600)
  expect(secondsBetween('2026-01-01T00:00:00', '2026-01-01T00:01:00')).toBe(60)
  const skipped = instantOf('2010-03-28T02:30:00', 'Europe/Moscow')
  expect(secondsBetween(skipped, instantOf('2010-03-28T03:10:00', 'Europe/Moscow'))).toBe(0)
})

test('an instant is shown by the clock of a zone', () => {
  expect(localTimeAt('2026-05-10T09:00:00Z', 'Europe/Moscow')).toBe('2026-05-10T12:00:00')
  expect(localTimeAt('2026-05-10T21:30:00+09:30', 'Asia/Kamchatka')).toBe('2026-05-11T00:00:00')
  expect(() => localTimeAt('2026-05-10T09:00:00', 'Europe/Moscow')).toThrow(RangeError)
})
