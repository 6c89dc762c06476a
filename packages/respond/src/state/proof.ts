import { createHash } from 'node:crypto'

/** How many leading zero bits the hash of a solution has: 16,384 tries on the average, under a second on an old phone. */
export const PROOF_BITS = 14

/** Whether SHA-256 of `nonce:solution` begins with `PROOF_BITS` zero bits. */
export function isProof(nonce: string, solution: string): boolean {
  if (!/^\d{1,10}$/.test(solution)) return false
  const hash = createHash('sha256').update(`${nonce}:${solution}`).digest()
  return hash.readUInt32BE(0) >>> (32 - PROOF_BITS) === 0
}
