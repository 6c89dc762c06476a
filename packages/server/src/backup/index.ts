/** A whole installation in a folder, and back. */
export { BackupError } from './errors.ts'
export type { Manifest } from './manifest.ts'
export { restoreBackup, type RestoreDeps } from './restore.ts'
export { type BackupDeps, takeBackup } from './take.ts'
