import { ProblemError, problem } from './problem.ts'
import { conflict, unavailable } from './problems.ts'

/** SQLSTATE classes that speak of a lost or starting server: connection, shutdown, too many connections. */
const GONE = /^(08|57P0|53300)/
const SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'])
const CLASHES = new Set(['23505', '40001', '40P01', '55P03'])

/** What a failure of a storage engine means for the caller; undefined: it is a fault of ours. */
export function storageProblem(error: unknown): ProblemError | undefined {
  const code = codeOf(error)
  if (code === undefined) return undefined
  if (CLASHES.has(code)) return problem(conflict)
  if (SYSTEM.has(code) || GONE.test(code)) {
    const detail = unavailable.detail()
    return new ProblemError(unavailable, detail, { headers: { 'retry-after': '30' }, cause: error })
  }
  return undefined
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
