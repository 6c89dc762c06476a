import { expect, test } from 'vitest'
import { periodsOf } from './periods.ts'

test.each([
  [{}, { from: '2025-08', to: '2025-10' }],
  [{ versus: 'last-year' }, { from: '2025-08', to: '2025-10' }],
  [{ versus: 'before' }, { from: '2026-05', to: '2026-07' }],
  [
    { versus: 'before', against: '2024-01:2024-02' },
    { from: '2024-01', to: '2024-02' },
  ],
] as const)('with %o a period is held against %o', (asked, against) => {
  const period = { from: '2026-08', to: '2026-10' }
  expect(periodsOf({ ...period, ...asked })).toEqual({ a: against, b: period })
})
