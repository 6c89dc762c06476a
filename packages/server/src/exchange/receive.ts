import type { Principal } from '@otklik/model/access'
import { createHash, randomUUID } from 'node:crypto'
import { constants, createWriteStream } from 'node:fs'
import { copyFile, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { requireSupplier } from '../access/index.ts'
import { recordAudit } from '../platform/audit/index.ts'
import type { Origin } from '../platform/http/index.ts'
import { defineProblem, problem } from '../platform/problems/index.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import type { Db, Tx } from '../platform/postgres/open.ts'
import { retrying } from '../platform/postgres/retry.ts'
import { numbered } from './importing/files.ts'
import { importJob } from './job.ts'
import { addPackage, findByFolder, findSame, type NewPackage } from './ledger.ts'

export interface ReceiveParts {
  readonly db: Db
  readonly dataDir: string
  /** Absent in a command that imports by itself. */
  readonly jobs?: Jobs
}
/** A file on its way in: bytes that come, or a file of this machine. */
export type Delivery =
  | { readonly name: string; open(): Readable | Promise<Readable> }
  | { readonly name: string; readonly path: string }
export interface Reception {
  readonly supplier: string
  /** Reporting date, ISO day. */
  readonly date: string
  readonly name: string
  readonly files: readonly Delivery[]
  /** What the sender says the SHA-256 of the only file is. */
  readonly sha256?: string
  /** When it came; now, unless a demonstration tells a past. */
  readonly receivedAt?: Date
  /** Who sends it, and from where: the audit keeps it with the package's entry. */
  readonly who: Principal | 'system'
  readonly from?: Origin
}
export interface Received {
  readonly id: number
  /** The same bytes are in, or on their way in: nothing was added. */
  readonly already: boolean
}

export const wrongSum = defineProblem(
  'wrong_sha256',
  422,
  'Файл пришёл не таким, каким был отправлен',
  (got: string) => `SHA-256 принятых байтов – ${got}. Передайте файл ещё раз.`,
)

/**
 * Takes a package's files onto the disk and writes it into the ledger together with the job that imports it. When this
 * returns, the package is safe: the bytes are flushed, the ledger is committed. A repetition by SHA-256 adds nothing.
 * Throws `no_such_supplier`, `wrong_sha256` and what the streams throw; then nothing is left behind.
 */
export async function receivePackage(parts: ReceiveParts, reception: Reception): Promise<Received> {
  await requireSupplier(parts.db, reception.supplier)
  const folder = join('files', reception.date.slice(0, 7), randomUUID())
  const target = join(parts.dataDir, folder, 'files')
  await mkdir(target, { recursive: true, mode: 0o700 })
  try {
    const saved = await saveAll(target, reception.files)
    const only = reception.files.length === 1 ? (saved[0]?.sha256 ?? null) : null
    if (reception.sha256 && only !== reception.sha256.toLowerCase()) throw problem(wrongSum, only ?? '')
    await flushFolders(parts.dataDir, folder)
    const bytes = saved.reduce((sum, file) => sum + file.bytes, 0)
    const { supplier, date, name, receivedAt } = reception
    const added = { supplier, date, name, folder, bytes, sha256: only, receivedAt }
    const received = await enterForSure(parts, added, reception)
    if (received.already) await rm(join(parts.dataDir, folder), { recursive: true, force: true })
    return received
  } catch (error) {
    if (error instanceof Unsure) throw error.cause
    await rm(join(parts.dataDir, folder), { recursive: true, force: true })
    throw error
  }
}

/**
 * Enters the package. Where the answer of the database was lost, it looks whether the package is there after all: its files
 * may be removed only when it is certainly not.
 */
async function enterForSure(parts: ReceiveParts, added: NewPackage, sender: Sender): Promise<Received> {
  try {
    return await enter(parts, added, sender)
  } catch (error) {
    const there = await retrying(() => findByFolder(parts.db, added.folder)).catch(() => {
      throw new Unsure(error)
    })
    if (there === undefined) throw error
    return { id: there, already: false }
  }
}

type Sender = Pick<Reception, 'who' | 'from'>

/** Nobody can tell whether the package is in the ledger: its files must stay. */
class Unsure extends Error {
  constructor(cause: unknown) {
    super('the ledger did not answer', { cause })
  }
}

async function enter({ db, jobs }: ReceiveParts, added: NewPackage, sender: Sender): Promise<Received> {
  return db.transaction().execute(async (tx) => {
    const same =
      added.sha256 === null || added.bytes === 0 ? undefined : await findSame(tx, added.supplier, added.sha256)
    // An empty day's file looks like every other; the rows decide then.
    if (same && same.date === added.date) return { id: same.id, already: true }
    const id = await addPackage(tx, added)
    await jobs?.enqueue(tx, importJob, {})
    await tellReceived(tx, { id, ...added }, sender)
    return { id, already: false }
  })
}

async function tellReceived(tx: Tx, { id, ...added }: NewPackage & { id: number }, sender: Sender): Promise<void> {
  const { supplier, date, name, bytes, sha256 } = added
  const { who, from } = sender
  const organisation = (await requireSupplier(tx, supplier)).organisation_id
  const after = { supplier, date, name, bytes, sha256 }
  await recordAudit(tx, { who, organisation, what: 'package.received', subject: `package:${id}`, after, from })
}

interface Saved {
  /** Null where it was not worth reading the file for: the import reads it anyway and knows files by their sum too. */
  readonly sha256: string | null
  readonly bytes: number
}

async function saveAll(target: string, files: readonly Delivery[]): Promise<Saved[]> {
  const saved: Saved[] = []
  for (const [index, file] of files.entries()) {
    const path = join(target, numbered(index, file.name))
    saved.push('path' in file ? await copy(file.path, path) : await save(path, await file.open()))
  }
  return saved
}

/** Copied by the system, which on some file systems means shared until changed. */
async function copy(from: string, to: string): Promise<Saved> {
  await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
  const handle = await open(to, 'r+')
  try {
    await handle.chmod(0o600)
    await handle.sync()
    return { sha256: null, bytes: (await handle.stat()).size }
  } finally {
    await handle.close()
  }
}

async function save(path: string, body: Readable): Promise<Saved> {
  const hash = createHash('sha256')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  await pipeline(
    body,
    meter,
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true, highWaterMark: 1 << 20 }),
  )
  return { sha256: hash.digest('hex'), bytes }
}

/** A file is there after a power cut only if the folders that name it were flushed too. */
async function flushFolders(dataDir: string, folder: string): Promise<void> {
  const folders = [join(folder, 'files'), folder, join(folder, '..'), 'files', '.']
  for (const one of folders) {
    await using handle = await open(join(dataDir, one), 'r')
    await handle.sync()
  }
}
