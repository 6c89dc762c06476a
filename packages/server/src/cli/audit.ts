import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { OPERATOR } from '@otklik/model/access'
import {
  AuditFileError,
  auditLines,
  type AuditVerdict,
  headsFile,
  type NotedHead,
  readHeads,
  recordAudit,
  verifyAudit,
  verifyAuditLines,
} from '../platform/audit/index.ts'
import { type Config, readConfig } from '../platform/config.ts'
import { reachDatabase } from '../platform/engines/attach.ts'
import { linesOf } from '../platform/lines.ts'
import { createLog } from '../platform/log.ts'
import { type Db, openDatabase } from '../platform/postgres/open.ts'
import { verdictText } from './audit-verdict.ts'
import { requireThere } from './paths.ts'
import { parse, required, UsageError } from './usage.ts'

/** `otklik audit verify [--file F] [--heads F]`, `otklik audit export --out F`; 1: the log is not what was written. */
export async function run([command, ...args]: readonly string[]): Promise<number> {
  if (command === 'verify') return verify(args)
  if (command === 'export') return exportLog(args)
  throw new UsageError('Напишите otklik audit verify или otklik audit export --out ФАЙЛ.')
}

async function verify(args: readonly string[]): Promise<number> {
  const { values } = parse(args, { file: { type: 'string' }, heads: { type: 'string' } })
  const { file, heads } = values
  await requireThere([file, heads].filter((path) => path !== undefined))
  const config = readConfig(process.env)
  // A copy may be of another installation, or older than the heads here: those given count.
  const path = heads ?? (file === undefined ? headsFile(config) : undefined)
  // Heads first: what is noted meanwhile is of records that are read after.
  const noted = path === undefined ? [] : await readHeads(path)
  const verdict =
    file === undefined ? await throughDatabase(config, (db) => verifyAudit(db, noted)) : await verifyFile(file, noted)
  process.stdout.write(`${verdictText(verdict, noted, file !== undefined)}\n`)
  return verdict.ok ? 0 : 1
}

async function verifyFile(file: string, noted: readonly NotedHead[]): Promise<AuditVerdict> {
  return verifyAuditLines(linesOf(createReadStream(file)), noted).catch((error: unknown) => {
    throw error instanceof AuditFileError ? new UsageError(error.message) : error
  })
}

async function exportLog(args: readonly string[]): Promise<number> {
  const { values } = parse(args, { out: { type: 'string' } })
  const out = required('out', values.out)
  await throughDatabase(readConfig(process.env), async (db) => {
    const event = { who: OPERATOR, what: 'data.exported', subject: 'otklik audit export', after: { out } } as const
    await db.transaction().execute((tx) => recordAudit(tx, event))
    const file = createWriteStream(out, { flags: 'wx', mode: 0o600, flush: true })
    await pipeline(Readable.from(auditLines(db)), file).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST' ? new UsageError(`Файл ${out} уже есть. Укажите другой.`) : error
    })
  })
  process.stderr.write(`Журнал записан: ${out}.\n`)
  return 0
}

async function throughDatabase<T>(config: Config, work: (db: Db) => Promise<T>): Promise<T> {
  const log = createLog('silent')
  const engine = await reachDatabase(config, log)
  const database = openDatabase(engine.databaseUrl, log, 2)
  try {
    return await work(database.db)
  } finally {
    await database.close()
    await engine.stop()
  }
}
