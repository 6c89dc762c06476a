/** A copy that can't be made or taken up. The message is a Russian sentence for the person at the console. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}
