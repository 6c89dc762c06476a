/** What became of a package, or of one of its files, once it has been read. */
export type Verdict = 'accepted' | 'partly' | 'refused' | 'already_received'

/** What is known of a file when its rows have been counted. */
export interface FileOutcome {
  /** Why nothing of it could be read; empty where it could. */
  readonly structure: readonly string[]
  readonly alreadyReceived: boolean
  readonly accepted: number
  readonly quarantined: number
  readonly dropped: number
}

/** Rows of it are in, now or since before. */
const gives = ({ accepted, dropped }: FileOutcome): boolean => accepted + dropped > 0
/** Something of it was wrong. */
const isFaulty = ({ structure, quarantined }: FileOutcome): boolean => structure.length > 0 || quarantined > 0

/** One file by itself: a header without rows says that there was nothing that day, and is accepted. */
export function verdictOfFile(file: FileOutcome): Verdict {
  if (file.alreadyReceived) return 'already_received'
  if (!isFaulty(file)) return 'accepted'
  return gives(file) ? 'partly' : 'refused'
}

/**
 * The package as a whole. `accepted`: nothing was wrong, all of its rows are in. `partly`: rows are in, and others set aside
 * or files refused. `refused`: something was wrong and not one row is in. `already_received`: the same bytes are in.
 */
export function verdictOf(files: readonly FileOutcome[]): Verdict {
  if (files.length === 0) return 'refused'
  if (files.some(isFaulty)) return files.some(gives) ? 'partly' : 'refused'
  return files.every(({ alreadyReceived }) => alreadyReceived) ? 'already_received' : 'accepted'
}
