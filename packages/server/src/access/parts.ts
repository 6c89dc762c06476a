import type { Db } from '../platform/postgres/open.ts'

/** What every use case here touches. */
export interface AccessParts {
  readonly db: Db
  readonly config: { readonly publicUrl: string }
  /** The clock; tests pass their own. */
  readonly now?: () => Date
}

export const nowOf = (parts: Pick<AccessParts, 'now'>): Date => parts.now?.() ?? new Date()
