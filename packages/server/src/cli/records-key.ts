import { sealedRecords } from '../sealed.ts'
import { readConfig } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import { migrate } from '../platform/postgres/migrate.ts'
import { migrations } from '../schema.ts'
import {
  fittingSecret,
  heldIn,
  listed,
  type RecordsKeyParts,
  replaceRecordsKey,
} from '../platform/records-key/index.ts'
import { findServer } from '../platform/running.ts'
import { StartError } from '../platform/start-error.ts'
import { throughDatabase } from './doors/through-database.ts'
import { parse, UsageError } from './usage.ts'

/** `otklik records-key [--new]`: 0 the key fits, or there is a new one; 1 it does not fit. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parse(args, { new: { type: 'boolean' } })
  const config = readConfig(process.env)
  if (findServer(config.dataDir)) throw new UsageError('Сначала остановите сервер: ключ записей проверяется без него.')
  return throughDatabase(config, async (db) => {
    await migrate(db, migrations)
    const parts = { db, dataDir: config.dataDir, sealed: sealedRecords, log: createLog('silent') }
    const fault = await faultOf(parts)
    if (fault === undefined) return say('Ключ записей подходит к базе.', 0)
    const held = await heldIn(db, sealedRecords)
    const lost = held.length === 0 ? 'ничего' : listed(held)
    if (!values.new)
      return say(`${fault}\nС новым ключом потеряется: ${lost}. Создать его: otklik records-key --new.`, 1)
    await replaceRecordsKey(parts)
    return say(`Создан новый ключ записей. Потеряно: ${lost}.`, 0)
  })
}

function say(line: string, status: number): number {
  process.stdout.write(`${line}\n`)
  return status
}

async function faultOf(parts: RecordsKeyParts): Promise<string | undefined> {
  try {
    await fittingSecret(parts)
    return undefined
  } catch (error) {
    if (error instanceof StartError) return error.message
    throw error
  }
}
