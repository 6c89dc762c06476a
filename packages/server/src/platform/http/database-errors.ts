import { databaseProblem } from '../postgres/errors.ts'
import { ProblemError, problem } from '../problems/index.ts'
import { conflict, unavailable } from '../problems/common.ts'

/** What a failure of a storage engine means for the caller; undefined: it is a fault of ours. */
export function storageProblem(error: unknown): ProblemError | undefined {
  switch (databaseProblem(error).kind) {
    case 'duplicate':
    case 'conflict':
      return problem(conflict)
    case 'unavailable': {
      const headers = { 'retry-after': '30' }
      return new ProblemError(unavailable, unavailable.detail(), { headers, cause: error })
    }
    default:
      return undefined
  }
}
