import { requireSupplier } from '../../access/index.ts'
import { type Actor, recordAudit } from '../../platform/audit/index.ts'
import type { Origin } from '../../platform/http/index.ts'
import { defineProblem, problem } from '../../platform/problems/index.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { waitForLock } from '../../platform/postgres/locks.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { retrying } from '../../platform/postgres/retry.ts'
import { importJob } from '../job.ts'
import { type Delivery, discardFiles, keepFiles, type KeptFiles } from './keep-files.ts'
import { isPackageFollowed } from '../repetitions/taken-in.ts'
import { addPackage, findByFolder, findSame, type LedgerRow, type NewPackage } from '../packages/ledger.ts'

export interface ReceiveParts {
  readonly db: Db
  readonly dataDir: string
  /** Absent in a command that imports by itself. */
  readonly jobs?: Jobs
}
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
  readonly who: Actor
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
  return enterPackage(parts, reception, await keepFiles(parts.dataDir, reception.date, reception.files))
}

/** The second half of it, for files that are on the disk already. They are taken off it where nothing is entered. */
export async function enterPackage(
  parts: ReceiveParts,
  reception: Omit<Reception, 'files'>,
  files: KeptFiles,
): Promise<Received> {
  try {
    const { supplier, date, name, receivedAt } = reception
    if (reception.sha256 && files.sha256 !== reception.sha256.toLowerCase()) throw problem(wrongSum, files.sha256 ?? '')
    const received = await enterForSure(parts, { supplier, date, name, receivedAt, ...files }, reception)
    if (received.already) await discardFiles(parts.dataDir, files)
    return received
  } catch (error) {
    if (error instanceof Unsure) throw error.cause
    await discardFiles(parts.dataDir, files)
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
    const same = await findRepeated(tx, added)
    if (same && (await changesNothing(tx, same, added))) return { id: same.id, already: true }
    const id = await addPackage(tx, added)
    await jobs?.enqueue(tx, importJob, {})
    await tellReceived(tx, { id, ...added }, sender)
    return { id, already: false }
  })
}

/** The package that these bytes are in. A repetition that comes at the same moment waits here for the one before it. */
async function findRepeated(tx: Tx, { supplier, sha256, bytes }: NewPackage): Promise<LedgerRow | undefined> {
  // An empty day's file looks like every other; the rows decide then.
  if (sha256 === null || bytes === 0) return undefined
  await waitForLock(tx, 'receivedPackages', `${supplier} ${sha256}`)
  return findSame(tx, supplier, sha256)
}

/** Only what is certain here; else the import looks closer, which knows the rows. */
const changesNothing = async (tx: Tx, same: LedgerRow, { date }: NewPackage): Promise<boolean> =>
  same.date === date && !(await isPackageFollowed(tx, same.id))

async function tellReceived(tx: Tx, { id, ...added }: NewPackage & { id: number }, sender: Sender): Promise<void> {
  const { supplier, date, name, bytes, sha256 } = added
  const { who, from } = sender
  const organisation = (await requireSupplier(tx, supplier)).organisation_id
  const after = { supplier, date, name, bytes, sha256 }
  await recordAudit(tx, { who, organisation, what: 'package.received', subject: `package:${id}`, after, from })
}
