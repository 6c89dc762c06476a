import { expect, test } from 'vitest'
import { timeLeft } from './time-left.ts'

test('the time left follows from the pace since the beginning', () => {
  expect(timeLeft(10_000, 0.5)).toBe('10 с')
  expect(timeLeft(10_000, 0.1)).toBe('2 мин')
  expect(timeLeft(60_000, 0.02)).toBe('49 мин')
  expect(timeLeft(3600_000, 0.25)).toBe('3 ч')
  expect(timeLeft(5000, 1)).toBe('0 с')
})
test('too early, or past the end, it guesses nothing', () => {
  expect(timeLeft(200, 0.5)).toBe('…')
  expect(timeLeft(60_000, 0.001)).toBe('…')
  expect(timeLeft(5000, 1.2)).toBe('0 с')
})
