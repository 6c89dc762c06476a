import { bySystem, recordAudit } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { openMasker } from '../masking/masker.ts'
import { takeServices } from '../processes/services.ts'
import { withdrawStatements } from './forget.ts'
import { markTwins } from './twins.ts'
import type { SourceBatch, StatementSource } from './source.ts'
import { takeTexts } from './take.ts'

/**
 * Takes in what the sources have new, and lets go what they have no more. A batch is noted with its size when all of it is
 * in: after a crash it is read again, and what is there already stays as it is. Returns how many texts are new.
 */
export async function takeIn(db: Db, sources: readonly StatementSource[]): Promise<number> {
  await takeServices(db)
  const changes = { taken: 0, withdrawn: 0 }
  for (const source of sources) {
    const { taken, withdrawn } = await takeSource(db, source)
    changes.taken += taken
    changes.withdrawn += withdrawn
  }
  if (changes.taken + changes.withdrawn > 0) await markTwins(db)
  return changes.taken
}

interface Changes {
  readonly taken: number
  readonly withdrawn: number
}

async function takeSource(db: Db, source: StatementSource): Promise<Changes> {
  const noted = await db
    .selectFrom('change_intakes')
    .select(['batch', 'statements'])
    .where('source', '=', source.source)
    .execute()
  const known = new Map(noted.map(({ batch, statements }) => [batch, statements]))
  const listed = await source.batches()
  const fresh = listed.filter(({ batch, statements }) => known.get(batch) !== statements)
  const read = await readBatches(db, source, fresh, known)
  const there = new Set(listed.map(({ batch }) => batch))
  // Last: what another batch has brought again belongs to that one by now.
  const missing = noted.map(({ batch }) => batch).filter((batch) => !there.has(batch))
  const gone = await letGo(db, source, (await source.withdrawn?.(missing)) ?? missing)
  const changes = { taken: read.taken, withdrawn: read.withdrawn + gone }
  await tell(db, source.source, changes)
  return changes
}

/** Batches that a source is asked for at once. */
const TOGETHER = 100

async function readBatches(
  db: Db,
  source: StatementSource,
  fresh: readonly SourceBatch[],
  known: ReadonlyMap<string, number>,
): Promise<Changes> {
  const changes = { taken: 0, withdrawn: 0 }
  if (fresh.length === 0) return changes
  const masker = await openMasker()
  for (let at = 0; at < fresh.length; at += TOGETHER) {
    const some = fresh.slice(at, at + TOGETHER)
    const keys = new Map(some.map(({ batch }) => [batch, [] as string[]]))
    for await (const { batch, texts } of source.read([...keys.keys()])) {
      keys.get(batch)?.push(...texts.map(({ key }) => key))
      changes.taken += await takeTexts(db, masker, { source: source.source, batch }, texts)
    }
    for (const { batch, statements } of some) {
      const about = { source: source.source, batch }
      if (known.has(batch) && source.withdrawn === undefined)
        changes.withdrawn += await withdrawStatements(db, about, keys.get(batch) ?? [])
      await noteBatch(db, { ...about, statements })
    }
  }
  return changes
}

async function letGo(db: Db, { source }: StatementSource, batches: readonly string[]): Promise<number> {
  let withdrawn = 0
  for (const batch of batches) {
    withdrawn += await withdrawStatements(db, { source, batch }, [])
    await db.deleteFrom('change_intakes').where('source', '=', source).where('batch', '=', batch).execute()
  }
  return withdrawn
}

type Noted = Pick<StatementSource, 'source'> & SourceBatch

async function noteBatch(db: Db, { source, batch, statements }: Noted): Promise<void> {
  const at = new Date()
  await db
    .insertInto('change_intakes')
    .values({ source, batch, statements, at })
    .onConflict((conflict) => conflict.columns(['source', 'batch']).doUpdateSet({ statements, at }))
    .execute()
}

async function tell(db: Db, source: string, { taken, withdrawn }: Changes): Promise<void> {
  const subject = `statements:${source}`
  const record = (what: 'statements.taken' | 'statements.withdrawn', statements: number) =>
    db.transaction().execute((tx) => recordAudit(tx, { ...bySystem(), what, subject, after: { statements } }))
  if (taken > 0) await record('statements.taken', taken)
  if (withdrawn > 0) await record('statements.withdrawn', withdrawn)
}
