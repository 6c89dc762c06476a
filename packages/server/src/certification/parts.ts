import type { Db } from '../platform/postgres/open.ts'

/** What the use cases here touch. */
export interface CertificationParts {
  readonly db: Db
  /** The clock; tests pass their own. */
  readonly now?: () => Date
}

export const nowOf = (parts: Pick<CertificationParts, 'now'>): Date => parts.now?.() ?? new Date()
