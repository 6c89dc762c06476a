/** Codes of the system, of PostgreSQL and of ClickHouse. */
const FULL = new Set<unknown>(['ENOSPC', 'EDQUOT', '53100', '243'])

/** A disk has no room for what was to be written, or may be without it at any moment: nothing was taken. */
export function isNoSpace(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && FULL.has(error.code)) return true
  // ClickHouse has one code for all that the system says while it writes a file.
  return /No space left on device|Disk quota exceeded/i.test(error.message) || isNoSpace(error.cause)
}
