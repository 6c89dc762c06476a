import pg from 'pg'

/** What a database error means to the caller. */
export type DatabaseProblem =
  | { kind: 'duplicate'; constraint: string }
  | { kind: 'missing reference'; constraint: string }
  | { kind: 'check'; constraint: string }
  | { kind: 'conflict' }
  | { kind: 'unavailable' }
  | { kind: 'other' }

const BY_CODE: Readonly<Record<string, 'duplicate' | 'missing reference' | 'check'>> = {
  '23505': 'duplicate',
  '23503': 'missing reference',
  '23514': 'check',
}
const CONFLICTS = new Set(['40001', '40P01', '55P03'])
const GONE = new Set(['57P01', '57P02', '57P03', '08000', '08003', '08006', '08001', '53300'])
const SOCKET = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])

/** The one place where PostgreSQL's codes are understood. */
export function databaseProblem(error: unknown): DatabaseProblem {
  if (error instanceof pg.DatabaseError) {
    const { code = '', constraint = '' } = error
    const kind = BY_CODE[code]
    if (kind) return { kind, constraint }
    if (CONFLICTS.has(code)) return { kind: 'conflict' }
    if (GONE.has(code)) return { kind: 'unavailable' }
    return { kind: 'other' }
  }
  return { kind: connectionLost(error) ? 'unavailable' : 'other' }
}

function connectionLost(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(connectionLost)
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string' && SOCKET.has(error.code)) return true
  return /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/.test(
    error.message,
  )
}
