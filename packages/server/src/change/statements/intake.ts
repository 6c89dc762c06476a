import { bySystem, recordAudit } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { openMasker } from '../masking/masker.ts'
import { takeServices } from '../processes/services.ts'
import { markTwins } from './twins.ts'
import type { StatementSource } from './source.ts'
import { takeTexts } from './take.ts'

/**
 * Takes in what the sources have new. A batch is noted with its size when all of it is in: after a crash it is read again,
 * and what is there already stays as it is. Returns how many texts are new.
 */
export async function takeIn(db: Db, sources: readonly StatementSource[]): Promise<number> {
  await takeServices(db)
  let taken = 0
  for (const source of sources) taken += await takeSource(db, source)
  if (taken > 0) await markTwins(db)
  return taken
}

/** Batches that a source is asked for at once. */
const TOGETHER = 100

async function takeSource(db: Db, source: StatementSource): Promise<number> {
  const noted = await db
    .selectFrom('change_intakes')
    .select(['batch', 'statements'])
    .where('source', '=', source.source)
    .execute()
  const known = new Map(noted.map(({ batch, statements }) => [batch, statements]))
  const fresh = (await source.batches()).filter(({ batch, statements }) => known.get(batch) !== statements)
  if (fresh.length === 0) return 0
  const masker = await openMasker()
  let taken = 0
  for (let at = 0; at < fresh.length; at += TOGETHER) {
    const some = fresh.slice(at, at + TOGETHER)
    for await (const { batch, texts } of source.read(some.map((one) => one.batch)))
      taken += await takeTexts(db, masker, { source: source.source, batch }, texts)
    for (const { batch, statements } of some) await noteBatch(db, { source: source.source, batch, statements })
  }
  await tell(db, source.source, taken)
  return taken
}

type Noted = Pick<StatementSource, 'source'> & { readonly batch: string; readonly statements: number }

async function noteBatch(db: Db, { source, batch, statements }: Noted): Promise<void> {
  const at = new Date()
  await db
    .insertInto('change_intakes')
    .values({ source, batch, statements, at })
    .onConflict((conflict) => conflict.columns(['source', 'batch']).doUpdateSet({ statements, at }))
    .execute()
}

async function tell(db: Db, source: string, taken: number): Promise<void> {
  if (taken === 0) return
  const after = { statements: taken }
  await db
    .transaction()
    .execute((tx) =>
      recordAudit(tx, { ...bySystem(), what: 'statements.taken', subject: `statements:${source}`, after }),
    )
}
