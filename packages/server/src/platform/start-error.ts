/** The installation can't be opened as it is. The message is a Russian sentence for the person who starts it. */
export class StartError extends Error {
  override readonly name: string = 'StartError'
}
