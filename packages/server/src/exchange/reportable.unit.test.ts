import { expect, test } from 'vitest'
import { isReportable, notReportable } from './reportable.ts'

test.each([
  ['2026-11-22T11:59:59Z', '2026-11-23', '2026-11-24'],
  // Midnight in Kamchatka.
  ['2026-11-22T12:00:00Z', '2026-11-24', '2026-11-25'],
])('at %s, %s can be reported and %s can not', (now, last, next) => {
  const moment = new Date(now)
  expect([isReportable('2010-01-01', moment), isReportable(last, moment), isReportable(next, moment)]).toEqual([
    true,
    true,
    false,
  ])
  expect(notReportable(moment)).toContain(last.split('-').toReversed().join('.'))
})
