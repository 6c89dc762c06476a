import { isNoSpace } from '../no-space.ts'
import { StoreSilent } from '../pulse/index.ts'
import { databaseProblem } from '../postgres/errors.ts'
import { ProblemError, problem } from '../problems/index.ts'
import { conflict, noSpace, unavailable } from '../problems/common.ts'

/** What a failure of a storage engine means for the caller; undefined: it is a fault of ours. */
export function storageProblem(error: unknown): ProblemError | undefined {
  if (isNoSpace(error)) return new ProblemError(noSpace, noSpace.detail(), { cause: error })
  const kind = error instanceof StoreSilent ? 'unavailable' : databaseProblem(error).kind
  switch (kind) {
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
