import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { openClickHouse } from '../../src/platform/clickhouse/client.ts'

export interface Hosted {
  process: ChildProcess
  databaseUrl: string
  clickhouseUrl: string
  pids: { postgres: number; clickhouse: number }
}

/** Starts the stand-in server and waits for its engines. @param prefix a command that changes the user, say. */
export async function startHost(dataDir: string, prefix: readonly string[] = [], entry = hostPath): Promise<Hosted> {
  const [command, ...args] = [...prefix, process.execPath, entry]
  const child = spawn(command, args, {
    env: { PATH: process.env.PATH, OTKLIK_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaints = ''
  child.stderr.on('data', (chunk) => {
    complaints += chunk
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line)
    if (said.failure) throw new Error(said.failure)
    return { process: child, ...said }
  }
  throw new Error(complaints)
}

export const hostPath = fileURLToPath(new URL('./host.ts', import.meta.url))

export async function stopHost(hosted: Hosted): Promise<void> {
  hosted.process.kill('SIGTERM')
  await exited(hosted.process)
}

export function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

/** One question to each engine: what both answer when all is well. */
export async function askBoth(hosted: Pick<Hosted, 'databaseUrl' | 'clickhouseUrl'>): Promise<string> {
  const client = new pg.Client({ connectionString: hosted.databaseUrl })
  const clickhouse = openClickHouse(hosted.clickhouseUrl, 'default')
  try {
    await client.connect()
    const records = await client.query(
      "SELECT string_agg(x, ' ' ORDER BY x) AS words FROM unnest(ARRAY['жук','ёж','ель']) x",
    )
    const facts = await clickhouse.query<{ n: number }>('SELECT sum(number) AS n FROM numbers(10)')
    return `${records.rows[0].words} ${facts[0]?.n}`
  } finally {
    await Promise.all([client.end(), clickhouse.close()])
  }
}
