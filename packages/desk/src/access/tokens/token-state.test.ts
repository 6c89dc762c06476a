import { expect, test } from 'vitest'
import { stateOfToken } from './token-state.ts'

const now = new Date('2026-11-22T10:00:00Z')

test.each([
  [{ revokedAt: null, expiresAt: '2026-11-22T10:00:01Z' }, 'good'],
  [{ revokedAt: null, expiresAt: '2026-11-22T10:00:00Z' }, 'expired'],
  [{ revokedAt: '2026-10-01T00:00:00Z', expiresAt: '2027-01-01T00:00:00Z' }, 'revoked'],
  [{ revokedAt: '2026-01-01T00:00:00Z', expiresAt: '2026-02-01T00:00:00Z' }, 'revoked'],
])('%o is %s', (token, state) => expect(stateOfToken(token, now)).toBe(state))
