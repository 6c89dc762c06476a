import { sql } from 'kysely'
import { uncount } from '../feed/count-packages.ts'
import { removePackages } from '../../facts/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import type { ImportParts } from '../importing/import-batch.ts'
import { takeUp } from '../importing/take-up.ts'
import type { LedgerRow } from '../packages/ledger.ts'

/**
 * Takes the rows of packages that were withdrawn out of the figures, and has put in again what others said as well: their
 * equal rows had been left out as repetitions, and their equal files had been passed over. May be repeated after a crash.
 * The caller has seen to it that nobody imports meanwhile.
 */
export async function carryOutWithdrawals(parts: ImportParts): Promise<void> {
  const { db, ch, log } = parts
  const withdrawn = await findWithdrawn(db)
  if (withdrawn.length === 0) return
  const anew = await passedOverFor(db, withdrawn)
  await removePackages(ch, [...withdrawn, ...anew])
  await parts.recountAll()
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('exchange_packages').set({ phase: 'done' }).where('id', 'in', withdrawn).execute()
    await uncount(tx, [...withdrawn, ...anew])
    await judgeAnew(tx, anew)
    await takeUp(tx, await concerned(tx, withdrawn))
  })
  log.info({ packages: withdrawn }, 'packages withdrawn')
}

async function findWithdrawn(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('exchange_packages')
    .select('id')
    .where('state', '=', 'withdrawn')
    .where('phase', '!=', 'done')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Packages of which a file was passed over because one of these had brought its bytes. */
async function passedOverFor(db: Db, packages: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT p.id FROM exchange_files f
    JOIN exchange_packages p ON p.supplier = f.supplier AND p.id > f.package AND p.state IN ('accepted', 'partly', 'already_received')
    CROSS JOIN LATERAL jsonb_array_elements(p.receipt -> 'files') AS told (was)
    WHERE f.package = ANY (${[...packages]}::int[]) AND was ->> 'sha256' = f.sha256
      AND (was ->> 'alreadyReceived')::boolean
    ORDER BY p.id`.execute(db)
  return rows.map(({ id }) => id)
}

/** As if they had just come: their receipts are made again. */
async function judgeAnew(tx: Tx, packages: readonly number[]): Promise<void> {
  if (packages.length === 0) return
  await tx
    .updateTable('exchange_packages')
    .set({
      state: 'waiting',
      phase: 'waiting',
      receipt: null,
      batch: null,
      attempts: 0,
      started_at: null,
      finished_at: null,
    })
    .where('id', 'in', packages)
    .execute()
}

/**
 * Packages that may say again what these said: those that came later and had events left out as repetitions; and of the same
 * suppliers those with wide rows, which take the place of one another.
 */
async function concerned(tx: Tx, packages: readonly number[]): Promise<LedgerRow[]> {
  const wide = (of: string) =>
    sql`EXISTS (SELECT 1 FROM exchange_files w WHERE w.package = ${sql.ref(of)} AND w.kind = 'wide')`
  const { rows } = await sql<{ id: number }>`
    SELECT p.id FROM exchange_packages p
    WHERE p.state IN ('accepted', 'partly') AND (
      p.id > ${Math.min(...packages)} AND p.receipt -> 'codes' ? 'duplicate_event'
      OR ${wide('p.id')} AND EXISTS (
        SELECT 1 FROM exchange_packages o WHERE o.id = ANY (${[...packages]}::int[]) AND o.supplier = p.supplier AND ${wide('o.id')}
      )
    )`.execute(tx)
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  return tx.selectFrom('exchange_packages').selectAll().where('id', 'in', ids).orderBy('id').execute()
}
