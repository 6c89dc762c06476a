/** A whole installation in a folder, and back. */
export { BackupError } from './errors.ts'
export type { Manifest } from './manifest.ts'
export { restoreBackup, type RestoreParts } from './restore.ts'
export { type BackupParts, takeBackup } from './take.ts'
