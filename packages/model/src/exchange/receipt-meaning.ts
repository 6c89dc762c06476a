import { errorCodes } from './codes.ts'
import type { PackageState } from './package-states.ts'
import type { FileOutcome } from './verdict.ts'

/** What a receipt has of a package. */
export interface Told {
  readonly state: PackageState
  readonly files: readonly Pick<FileOutcome, 'structure'>[]
  readonly totals: { readonly read: number; readonly accepted: number; readonly quarantined: number }
}
/** A state, more exactly where one word stands for several stories. */
export type Meaning = PackageState | 'accepted_nothing' | 'accepted_repeats' | 'partly_files' | 'refused_rows'

/** What happened to a package: the sentence under its state is chosen by it. */
export function meaningOf({ state, files, totals }: Told): Meaning {
  if (state === 'accepted' && totals.read === 0) return 'accepted_nothing'
  if (state === 'accepted' && totals.accepted === 0) return 'accepted_repeats'
  if (state === 'partly' && totals.quarantined === 0) return 'partly_files'
  const readable = files.every(({ structure }) => structure.length === 0)
  return state === 'refused' && totals.quarantined > 0 && readable ? 'refused_rows' : state
}

/** Fewer rows are listed as they are. */
const many = 10

/**
 * The one error that (nearly) all rows set aside bear, where they are many: it is said once, before all others. The number
 * is that of its rows.
 */
export function mainCause(
  codes: Readonly<Record<string, number>>,
  quarantined: number,
): { readonly code: (typeof errorCodes)[number]; readonly rows: number } | undefined {
  if (quarantined < many) return undefined
  const counted = errorCodes.map((code) => ({ code, rows: codes[code] ?? 0 }))
  const most = counted.reduce((a, b) => (b.rows > a.rows ? b : a))
  return most.rows >= quarantined * 0.9 ? most : undefined
}
