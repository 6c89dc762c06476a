import { ProblemError } from './problem.ts'
import { invalidRequest } from './common.ts'

/** A refusal of one field, in the form that the validation of requests has. */
export function badField(path: string, message: string): ProblemError {
  const detail = `Поле «${path}»: ${message.charAt(0).toLowerCase()}${message.slice(1)}`
  return new ProblemError(invalidRequest, detail, { errors: [{ path, message }] })
}
