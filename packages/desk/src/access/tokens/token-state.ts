import type { Token } from '@otklik/model/access/api'
import type { TOKEN_STATES } from './keys-search.ts'

/** Whether a key still opens anything at a moment; a revoked one was ended by people, whatever its term. */
export function stateOfToken(
  { revokedAt, expiresAt }: Pick<Token, 'revokedAt' | 'expiresAt'>,
  now: Date,
): (typeof TOKEN_STATES)[number] {
  if (revokedAt !== null) return 'revoked'
  return new Date(expiresAt) <= now ? 'expired' : 'good'
}
