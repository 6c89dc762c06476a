import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { OPERATOR } from '@otklik/model/access'
import {
  areWhole,
  AuditFileError,
  auditLines,
  type AuditVerdict,
  compareHeads,
  headLine,
  headsFile,
  type HeadsFaults,
  keptHeads,
  type NotedHead,
  readHeads,
  recordAudit,
  unitedHeads,
  verifyAudit,
  verifyAuditLines,
} from '../platform/audit/index.ts'
import { type Config, readConfig } from '../platform/config.ts'
import { linesOf } from '../platform/lines.ts'
import { faultsText, verdictText } from './audit-verdict.ts'
import { throughDatabase } from './doors/through-database.ts'
import { requireThere } from './paths.ts'
import { parse, required, UsageError } from './usage.ts'

/**
 * `otklik audit verify [--file F] [--heads F]`, `otklik audit export --out F`, `otklik audit heads`. Exit status of the
 * first: 0 all as it was written, 1 the log is not, 2 the log is whole but its noted ends are not, or not checked.
 */
export async function run([command, ...args]: readonly string[]): Promise<number> {
  if (command === 'verify') return verify(args)
  if (command === 'export') return exportLog(args)
  if (command === 'heads') return printHeads(args)
  throw new UsageError('Напишите otklik audit verify, otklik audit export --out ФАЙЛ или otklik audit heads.')
}

async function verify(args: readonly string[]): Promise<number> {
  const { values } = parse(args, { file: { type: 'string' }, heads: { type: 'string' } })
  const { file, heads } = values
  await requireThere([file, heads].filter((path) => path !== undefined))
  const { verdict, noted, faults } =
    file === undefined ? await verifyInstallation(readConfig(process.env), heads) : await verifyFile(file, heads)
  process.stdout.write(`${verdictText(verdict, noted, file !== undefined)}\n${faults ? faultsText(faults) : ''}`)
  if (!verdict.ok) return 1
  return faults && !areWhole(faults) ? 2 : 0
}

interface Verified {
  readonly verdict: AuditVerdict
  readonly noted: readonly NotedHead[]
  /** Of the file of heads; undefined: none was looked at. */
  readonly faults?: HeadsFaults
}

/** @param heads the file to compare with instead of the installation's own, which must hold all that was noted. */
function verifyInstallation(config: Config, heads: string | undefined): Promise<Verified> {
  return throughDatabase(config, async (db) => {
    // Heads first: what is noted meanwhile is of records that are read after.
    const kept = await keptHeads(db)
    const file = await readHeads(heads ?? headsFile(config))
    const noted = unitedHeads(file, kept)
    const verdict = await verifyAudit(db, noted)
    const isEmpty = verdict.ok && verdict.rows === 0 && noted.length === 0
    return { verdict, noted, ...(!isEmpty && { faults: compareHeads(file, heads === undefined ? kept : []) }) }
  })
}

/** A copy may be of another installation, or older than the heads here: those given count. */
async function verifyFile(path: string, heads: string | undefined): Promise<Verified> {
  const file = heads === undefined ? undefined : await readHeads(heads)
  const noted = file?.heads ?? []
  const verdict = await verifyAuditLines(linesOf(createReadStream(path)), noted).catch((error: unknown) => {
    throw error instanceof AuditFileError ? new UsageError(error.message) : error
  })
  return { verdict, noted, ...(file && { faults: compareHeads(file, []) }) }
}

/** The ends that the database keeps, for a file of one's own. */
async function printHeads(args: readonly string[]): Promise<number> {
  parse(args, {})
  const heads = await throughDatabase(readConfig(process.env), keptHeads)
  process.stdout.write(heads.map((head) => `${headLine(head)}\n`).join(''))
  return 0
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
