import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { schemaSteps as stagingSteps } from '../staging/steps.ts'
import { factSteps } from '../../facts/index.ts'
import { type ClickHouse, openClickHouse } from '../../platform/clickhouse/client.ts'
import { applySchema } from '../../platform/clickhouse/schema.ts'
import { startClickHouse } from '../../platform/engines/clickhouse/start.ts'
import { createLog } from '../../platform/log.ts'

/** Gives the work an engine of its own with the schema, in a folder that is thrown away afterwards. */
export async function withCheckStore<T>(work: (ch: ClickHouse) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'otklik-check-'))
  const engine = await startClickHouse({ dir: folder, log: createLog('silent') })
  const ch = openClickHouse(engine.url, 'check', engine.feeds)
  try {
    await applySchema(ch, [...factSteps, ...stagingSteps])
    return await work(ch)
  } finally {
    await ch.close()
    await engine.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
