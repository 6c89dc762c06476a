import { runServer } from '../main.ts'
import { readConfig } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import { parse } from './usage.ts'

/** `otklik serve`: runs until a signal. */
export async function run(args: readonly string[]): Promise<number> {
  parse(args, {})
  const config = readConfig(process.env)
  await runServer(config, createLog(config.logLevel), (line) => process.stderr.write(`${line}\n`))
  return 0
}
