import { InputError } from '@otklik/model/inputs'
import { ProblemError } from './problem.ts'
import { invalidRequest } from './common.ts'

/** A refusal of one field, in the form that the validation of requests has. */
export function badField(path: string, message: string): ProblemError {
  const detail = `Поле «${path}»: ${message.charAt(0).toLowerCase()}${message.slice(1)}`
  return new ProblemError(invalidRequest, detail, { errors: [{ path, message }] })
}

/** What the rules of the model say against an input, as the refusal of the call; another error stays what it is. */
export function inputProblem(error: unknown): unknown {
  if (!(error instanceof InputError)) return error
  const { code, message } = error
  return new ProblemError({ code, status: 400, title: invalidRequest.title }, message, { cause: error })
}
