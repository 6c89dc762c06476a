import type { Cipher } from '../platform/cipher.ts'
import type { Db, Tx } from '../platform/postgres/open.ts'

/** A letter with a link that does something. */
export interface LinkLetter {
  readonly kind: 'invitation' | 'password_reset'
  readonly userId: string
  /** Where it was asked from, for the audit. */
  readonly from?: { readonly address: string; readonly request: string }
}
/** A change of somebody's ways in, of which the person is told in case it was somebody else's doing. */
export type NoticeKind =
  | 'password_changed'
  | 'password_reset_done'
  | 'second_factor_on'
  | 'second_factor_off'
  | 'second_factor_reset'
  | 'recovery_code_used'
  | 'recovery_codes_renewed'
  | 'identity_linked'
  | 'identity_unlinked'
  | 'mail_changed'
export interface Notice {
  readonly kind: NoticeKind
  readonly userId: string
  /** When it was done; ISO 8601, as letters wait in a queue as JSON. */
  readonly at: string
  /** Where it was done from. */
  readonly from: { readonly address: string; readonly request: string }
  /** The address to write to instead of the person's present one, sealed as the record of the person had it. */
  readonly sealedTo?: string
}
export type Letter = LinkLetter | Notice
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
export interface AccessDeps {
  readonly db: Db
  readonly config: { readonly publicUrl: string }
  /** The clock; tests pass their own. */
  readonly now?: () => Date
}

/** What the affairs of people touch besides. */
export interface PeopleDeps extends AccessDeps {
  /** Seals what must not be read in the database: people's addresses, secrets of second factors. */
  readonly cipher: Cipher
  readonly letters: Letters
}

export const nowOf = (deps: Pick<AccessDeps, 'now'>): Date => deps.now?.() ?? new Date()
