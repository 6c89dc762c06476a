import { ClickHouseLogLevel, createClient } from '@clickhouse/client'
import pg from 'pg'
import { EngineError } from './errors.ts'

const PATIENCE_MS = 15_000

/** An engine that somebody else runs: it is asked once, so that a wrong setting is told by its name. */
interface Outside {
  readonly url: string
  /** It may be on another machine: rows reach it by the network. */
  readonly feeds: readonly []
  pid(): undefined
  stop(): Promise<void>
}

/** @throws EngineError where nobody lets us in. */
export async function reachPostgres(url: string): Promise<Outside> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS })
  // What is said after the answer is of no interest, and an error that nobody hears ends the process.
  client.on('error', () => undefined)
  await client.connect().catch((error: unknown) => {
    throw shut('PostgreSQL', 'DATABASE_URL', error)
  })
  await client.end()
  return outside(url)
}

/** @throws EngineError where nobody lets us in. */
export async function reachClickHouse(url: string): Promise<Outside> {
  const client = createClient({ url, request_timeout: PATIENCE_MS, log: { level: ClickHouseLogLevel.OFF } })
  const answer = await client.ping({ select: true })
  await client.close()
  if (!answer.success) throw shut('ClickHouse', 'CLICKHOUSE_URL', answer.error)
  return outside(url)
}

const outside = (url: string): Outside => ({ url, feeds: [], pid: () => undefined, stop: async () => {} })

function shut(engine: string, setting: string, error: unknown): EngineError {
  return new EngineError(
    `Не удалось войти в ${engine} по адресу из ${setting}: ${wordsOf(error)}. Проверьте адрес, имя и пароль и что ${engine} запущен.`,
  )
}

/** A name with several addresses fails once for each. */
function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join(', ')
  return error instanceof Error ? error.message.replace(/\.?\s*$/, '') : String(error)
}
