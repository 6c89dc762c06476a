import { expect, test } from 'vitest'
import { demoAppeals } from './make.ts'

test('a year of appeals is the same for the same seed, with three late, two reopened and one collective', () => {
  const ask = { seed: 1, today: '2026-11-22', authorities: [1, 2, 3], executor: null }
  const made = demoAppeals(ask)
  expect(demoAppeals(ask)).toEqual(made)
  expect(made.length).toBeGreaterThan(2000)
  const open = made.filter(({ appeal }) => appeal.registered !== null && appeal.answered === null)
  expect(open.length).toBeGreaterThan(20)
  expect(made.filter(({ appeal }) => appeal.reopened > 0)).toHaveLength(2)
  expect(made.filter(({ masked }) => masked.includes('автобус'))).toHaveLength(14)
  expect(new Set(made.map(({ appeal }) => appeal.source)).size).toBeGreaterThan(10)
  const { days } = {
    days: made.flatMap(({ appeal: { received, registered, answered, closed } }) => [
      received,
      registered,
      answered,
      closed,
    ]),
  }
  expect(days.every((day) => day === null || day < ask.today)).toBe(true)
})
