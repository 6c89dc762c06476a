/** An engine cannot be started, or reached. The message is a Russian sentence for the person who starts the server. */
export class EngineError extends Error {
  override readonly name = 'EngineError'
}
