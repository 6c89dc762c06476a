import { silentLog } from '../../src/platform/log.ts'
import { readConfig } from '../../src/platform/config.ts'
import { startEngines } from '../../src/platform/engines/start.ts'

/** A stand-in for the server, to be started as another user or killed: starts the engines, tells about them, waits. */
try {
  const engines = await startEngines(readConfig(process.env), silentLog())
  process.once('SIGTERM', () => void engines.stop().then(() => process.exit(0)))
  tell(JSON.stringify({ databaseUrl: engines.databaseUrl, clickhouseUrl: engines.clickhouseUrl, pids: engines.pids() }))
  setInterval(() => {}, 60_000)
} catch (error) {
  tell(JSON.stringify({ failure: error instanceof Error ? error.message : String(error) }))
  process.exit(1)
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}
