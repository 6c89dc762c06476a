import type { Reach } from '@otklik/model/access'
import type { PackageState, Progress, ReceiptFile } from '@otklik/model/exchange/api'
import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import type { ExchangeTables, KeptReceipt } from '../tables.ts'

/** A package as the ledger keeps it. */
export type LedgerRow = Selectable<ExchangeTables['exchange_packages']>
/** States in which a package is in, as far as it could be. */
export const inStates: readonly PackageState[] = ['accepted', 'partly']
const unfinished: readonly PackageState[] = ['waiting', 'working']

export interface NewPackage {
  readonly supplier: string
  readonly date: string
  readonly name: string
  readonly sha256: string | null
  readonly bytes: number
  readonly folder: string
  /** When it came; now, unless a demonstration tells a past. */
  readonly receivedAt?: Date
}

/** Writes a package that has been received whole; its files must be on the disk for good. @returns its number. */
export async function addPackage(tx: Tx, { receivedAt = new Date(), ...added }: NewPackage): Promise<number> {
  const { id } = await tx
    .insertInto('exchange_packages')
    .values({ ...added, state: 'waiting', phase: 'waiting', received_at: receivedAt })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The packages of the suppliers within reach: what whoever is shown packages chooses from. */
export const packagesWithin = (db: Db, { everything, suppliers }: Reach) =>
  db
    .selectFrom('exchange_packages')
    .$if(!everything, (query) => query.where(sql<boolean>`supplier = ANY(${[...suppliers]}::text[])`))

export const findPackage = (db: Db, id: number): Promise<LedgerRow | undefined> =>
  db.selectFrom('exchange_packages').selectAll().where('id', '=', id).executeTakeFirst()

/** The number of the package whose files lie in the folder. */
export async function findByFolder(db: Db, folder: string): Promise<number | undefined> {
  const row = await db.selectFrom('exchange_packages').select('id').where('folder', '=', folder).executeTakeFirst()
  return row?.id
}

/** A package of this supplier that has or may yet have the same bytes in, if there is one. */
export const findSame = (db: Db, supplier: string, sha256: string): Promise<LedgerRow | undefined> =>
  db
    .selectFrom('exchange_packages')
    .selectAll()
    .where('supplier', '=', supplier)
    .where('sha256', '=', sha256)
    .where('state', 'in', [...inStates, ...unfinished])
    .orderBy('id', 'desc')
    .executeTakeFirst()

export async function markStarted(db: Db, ids: readonly number[]): Promise<void> {
  await db
    .updateTable('exchange_packages')
    .set((of) => ({ state: 'working', phase: 'reading', attempts: of('attempts', '+', 1), started_at: new Date() }))
    .where('id', 'in', ids)
    .execute()
}

export async function markProgress(db: Db, id: number, progress: { rows: number; bytes: number }): Promise<void> {
  const { rows, bytes } = progress
  const set = { rows, bytes_read: bytes }
  await db.updateTable('exchange_packages').set(set).where('id', '=', id).where('phase', '=', 'reading').execute()
}

export async function markPhase(db: Db, ids: readonly number[], phase: Progress['phase']): Promise<void> {
  await db.updateTable('exchange_packages').set({ phase }).where('id', 'in', ids).execute()
}

/** From here on the packages go in: what their receipts say stands, whatever happens to the process. */
export async function keepReceipts(db: Db, receipts: ReadonlyMap<number, KeptReceipt>): Promise<void> {
  const batch = Math.min(...receipts.keys())
  await db.transaction().execute(async (tx) => {
    for (const [id, receipt] of receipts)
      await tx
        .updateTable('exchange_packages')
        .set({ phase: 'storing', batch, receipt: JSON.stringify(receipt) })
        .where('id', '=', id)
        .execute()
  })
}

/** The package is in: its state is the verdict of its receipt, its files are known by their SHA-256. */
export async function markIn(
  tx: Tx,
  row: LedgerRow,
  receipt: KeptReceipt,
  sizeOf: (file: number) => number | undefined,
): Promise<void> {
  const finished_at = row.finished_at ?? new Date()
  const done = { state: receipt.verdict, phase: 'done' as const, finished_at, rows: receipt.totals.read }
  await tx.updateTable('exchange_packages').set(done).where('id', '=', row.id).execute()
  const files = receipt.files.map((file, index) => ({ file, index })).filter(({ file }) => wasTakenIn(receipt, file))
  if (files.length === 0) return
  await tx
    .insertInto('exchange_files')
    .values(
      files.map(({ file: { name, kind, sha256, read }, index }) => ({
        package: row.id,
        file: index,
        supplier: row.supplier,
        name,
        kind,
        sha256,
        rows: read,
        bytes: sizeOf(index) ?? null,
      })),
    )
    .onConflict((clash) => clash.doNothing())
    .execute()
}

/** Its rows are in; or it has none, which is what it says of its day. What was wholly set aside may come again. */
const wasTakenIn = ({ verdict }: KeptReceipt, file: ReceiptFile): boolean =>
  inStates.includes(verdict) &&
  file.structure.length === 0 &&
  !file.alreadyReceived &&
  (file.read === 0 || file.accepted + file.dropped > 0)

/** Packages that were begun and not read go back into the queue, as if nothing had been. */
export async function putBack(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('exchange_packages')
    .set((of) => ({ state: 'waiting', phase: 'waiting', attempts: of('attempts', '-', 1), started_at: null }))
    .where('id', 'in', ids)
    .execute()
}

/** Tries that an absent engine broke off don't count against the packages. */
export async function giveBackAttempt(db: Db, ids: readonly number[]): Promise<void> {
  await db
    .updateTable('exchange_packages')
    .set((of) => ({ attempts: of('attempts', '-', 1) }))
    .where('id', 'in', ids)
    .where('state', '=', 'working')
    .execute()
}

/** Puts a package aside. @returns false where its receipt is kept already: then it is to be carried out, not given up. */
export async function markFailed(db: Db, id: number, failure: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('exchange_packages')
    .set({ state: 'failed', phase: 'done', failure, finished_at: new Date() })
    .where('id', '=', id)
    .where('state', '=', 'working')
    .where('receipt', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** How many packages are not in yet, and when the first of them came. */
export async function countUnfinished(db: Db): Promise<{ packages: number; since: Date | null }> {
  return db
    .selectFrom('exchange_packages')
    .select((of) => [of.fn.countAll<number>().as('packages'), of.fn.min<Date | null>('received_at').as('since')])
    .where('state', 'in', unfinished)
    .executeTakeFirstOrThrow()
}

/** Numbers of packages whose rows may be in the store without being in, not yet or no more: they are left out of raw listings. */
export async function unfinishedPackages(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('exchange_packages')
    .select('id')
    .where((of) => of.or([of('state', '=', 'working'), of('state', '=', 'withdrawn').and('phase', '!=', 'done')]))
    .execute()
  return rows.map(({ id }) => id)
}

/** Which of these packages were withdrawn. */
export async function withdrawnPackages(db: Db, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('exchange_packages')
    .select('id')
    .where('state', '=', 'withdrawn')
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id }) => id)
}
