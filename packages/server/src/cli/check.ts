import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dayOf } from '@otklik/model/days'
import { checkFiles } from '../exchange/check.ts'
import { defaultLimits } from '../exchange/reading/sources/source.ts'
import { schemaSteps as stagingSteps } from '../exchange/staging/steps.ts'
import { factSteps } from '../facts/index.ts'
import { openClickHouse } from '../platform/clickhouse/client.ts'
import { applySchema } from '../platform/clickhouse/schema.ts'
import { startClickHouse } from '../platform/engines/clickhouse/start.ts'
import { createLog } from '../platform/log.ts'
import { startBar } from './terminal/bar.ts'
import { requireThere, sizeOf } from './paths.ts'
import { exitStatus, receiptJson, receiptText } from './receipt.ts'
import { dayOption, parse, UsageError } from './usage.ts'

const options = { date: { type: 'string' }, json: { type: 'boolean' }, quarantine: { type: 'string' } } as const

/** `otklik check PATH… [--date D] [--json] [--quarantine DIR]`: needs no installation; its store is thrown away. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals: paths } = parse(args, options, true)
  if (paths.length === 0) throw new UsageError('Не указано, что проверить.')
  await requireThere(paths)
  const date = dayOption('date', values.date) ?? dayOf(new Date())
  const folder = await mkdtemp(join(tmpdir(), 'otklik-check-'))
  const engine = await startClickHouse({ dir: folder, log: createLog('silent') })
  const ch = openClickHouse(engine.url, 'check', engine.feeds)
  const bar = startBar(await sizeOf(paths))
  try {
    await applySchema(ch, [...factSteps, ...stagingSteps])
    const receipt = await checkFiles(
      { ch, limits: defaultLimits },
      { paths, date, quarantine: values.quarantine, report: bar.show },
    )
    bar.stop()
    process.stdout.write(`${values.json ? receiptJson(receipt) : receiptText(receipt)}\n`)
    return exitStatus(receipt)
  } finally {
    bar.stop()
    await ch.close()
    await engine.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
