import { StartError } from '../start-error.ts'

/** An engine cannot be started, or reached. */
export class EngineError extends StartError {
  override readonly name = 'EngineError'
}
