import { LOCKS } from '../../platform/postgres/locks.ts'
import type pg from 'pg'
import { lost } from '../../platform/clickhouse/patience.ts'
import { isNoSpace } from '../../platform/no-space.ts'
import { databaseProblem } from '../../platform/postgres/errors.ts'
import { giveBackAttempt, type LedgerRow, markFailed } from '../packages/ledger.ts'
import { nextBatch, servedAfter } from '../packages/next-batch.ts'
import { clearStage } from '../staging/clear.ts'
import { carryOutWithdrawals } from '../withdrawing/carry-out.ts'
import { batchLimits } from './batch-limits.ts'
import { type ImportParts, importBatch } from './import-batch.ts'

/** After so many broken imports the package is put aside, so that others can pass. */
const attempts = 4
export interface ImportQueue {
  /** Imports everything that waits, after what was withdrawn has left the figures. Calls that come meanwhile share the run that follows. */
  run(): Promise<void>
}

/** Whose turn it was, as long as the process lives. */
interface Turns {
  served: readonly string[]
}

/**
 * Imports one batch after another, in one process at a time: the lock is held by a connection of its own and is gone with it.
 */
export function importQueue(parts: ImportParts, pool: pg.Pool): ImportQueue {
  const turns: Turns = { served: [] }
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const start = (): Promise<void> => {
    running = importAll(parts, pool, turns).finally(() => {
      running = undefined
    })
    return running
  }
  return {
    run: () => {
      if (!running) return start()
      next ??= running
        .catch(() => undefined)
        .then(() => {
          next = undefined
          return start()
        })
      return next
    },
  }
}

async function importAll(parts: ImportParts, pool: pg.Pool, turns: Turns): Promise<void> {
  const client = await pool.connect()
  let broken: Error | undefined
  const noteError = (error: Error) => {
    broken = error
  }
  client.on('error', noteError)
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCKS.imports])
    for (;;) {
      await carryOutWithdrawals(parts)
      const batch = await nextBatch(parts.db, batchLimits, turns.served)
      if (batch.length === 0) break
      if (broken) throw broken
      turns.served = servedAfter(turns.served, batch)
      await importOrPutAside(parts, batch)
      // Packages may come without end: whoever waits for a pause gets it between two batches, in the order of asking.
      await client.query('SELECT pg_advisory_unlock($1)', [LOCKS.imports])
      await client.query('SELECT pg_advisory_lock($1)', [LOCKS.imports])
    }
    // Also what an import left that was killed after its packages were in.
    await clearStage(parts.ch)
    await client.query('SELECT pg_advisory_unlock($1)', [LOCKS.imports])
  } catch (error) {
    broken ??= error instanceof Error ? error : new Error(String(error))
    throw error
  } finally {
    client.off('error', noteError)
    client.release(broken)
  }
}

async function importOrPutAside(parts: ImportParts, batch: readonly LedgerRow[]): Promise<void> {
  const numbers = batch.map(({ id }) => id)
  const alone = batch.length === 1 ? batch[0] : undefined
  // Begun so often and never ended: each time it took the process with it, so that no code was left to count to four.
  if (alone && alone.attempts >= attempts && (await putAside(parts, alone))) return
  try {
    const started = Date.now()
    const receipts = await importBatch(parts, batch)
    parts.metrics?.imported(receipts.values(), (Date.now() - started) / 1000)
    parts.log.info({ packages: [...receipts.keys()], ms: Date.now() - started }, 'packages imported')
  } catch (err) {
    parts.log.error({ err, packages: numbers }, 'an import broke off')
    // An engine that is away is no fault of the packages.
    if (isAway(err)) await giveBackAttempt(parts.db, numbers).catch(() => undefined)
    const spent = alone && alone.attempts + 1 >= attempts && !isAway(err)
    if (!spent || !(await putAside(parts, alone))) throw err
  }
}

/** @returns false where the package's receipt is kept already: then it is to be carried out. */
async function putAside({ db, log, metrics }: ImportParts, { id }: LedgerRow): Promise<boolean> {
  const aside = await markFailed(
    db,
    id,
    'Пакет не удалось принять: обработка несколько раз прервалась. Файлы сохранены, принятые ранее данные не изменились. ' +
      'Сообщите администратору номер пакета; после исправления передайте его ещё раз.',
  )
  if (!aside) return false
  log.error({ package: id }, 'a package was put aside')
  metrics?.putAside()
  return true
}

/** PostgreSQL or ClickHouse can't be reached just now, went away in the middle of a statement, or has no room to write. */
export function isAway(error: unknown): boolean {
  return databaseProblem(error).kind === 'unavailable' || lost(error) || isNoSpace(error)
}
