import type { Cipher } from '../platform/cipher.ts'
import type { Db, Tx } from '../platform/postgres/open.ts'

export interface Letter {
  readonly kind: 'invitation' | 'password_reset'
  readonly userId: string
  /** Where it was asked from, for the audit. */
  readonly from?: { readonly address: string; readonly request: string }
}
/** The way to people's mail. */
export interface Letters {
  /** Whether this installation can send mail at all. */
  readonly on: boolean
  /** Asks for a letter inside the caller's transaction; its link is made when it is written, and stands nowhere else. */
  send(tx: Tx, letter: Letter): Promise<void>
}
/** An installation that sends no mail. */
export const NO_LETTERS: Letters = { on: false, send: async () => undefined }

/** What every use case here touches. */
export interface AccessParts {
  readonly db: Db
  readonly config: { readonly publicUrl: string }
  /** The clock; tests pass their own. */
  readonly now?: () => Date
}

/** What the affairs of people touch besides. */
export interface PeopleParts extends AccessParts {
  /** Seals what must not be read in the database: people's addresses, secrets of second factors. */
  readonly cipher: Cipher
  readonly letters: Letters
}

export const nowOf = (parts: Pick<AccessParts, 'now'>): Date => parts.now?.() ?? new Date()
