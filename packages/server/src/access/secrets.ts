import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits in base64url: 43 signs. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** How a random secret is stored and looked up. Not for passwords: those are guessable and need `password-hash.ts`. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret, 'utf8').digest('hex')
