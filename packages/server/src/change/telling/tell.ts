import type { Masker } from '@otklik/model/change/masking'
import { newsOf } from '@otklik/model/change/telling'
import { bySystem, recordAudit } from '../../platform/audit/index.ts'
import { jobKind } from '../../platform/jobs/queues.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { linkedStatements, type MeasureToTell, problemsOfMeasure } from './linked.ts'
import type { Reachable, Teller } from './teller.ts'
import { toldCounts } from './told.ts'

/** Tells people what was done about what they said, for measures verified since the last time. */
export const tellJob = jobKind<Record<string, never>>('change.tell')

export interface TellDeps {
  readonly db: Db
  readonly tellers: readonly Teller[]
  readonly masker: () => Promise<Masker>
}

/**
 * Tells everybody linked to a verified measure once. Each person is a transaction of its own, with a row for each of their
 * statements: after a crash those told are passed over. Returns how many were told.
 */
export async function tellVerified(deps: TellDeps, now: Date): Promise<number> {
  const measures = await deps.db
    .selectFrom('change_measures')
    .select(['id', 'text', 'processes', 'done_on'])
    .where('state', '=', 'verified')
    .where('told_at', 'is', null)
    .orderBy('id')
    .execute()
  let told = 0
  for (const { done_on, ...measure } of measures) {
    if (done_on !== null) told += await tellMeasure(deps, { ...measure, doneOn: done_on }, now)
    await finish(deps.db, measure.id, now)
  }
  return told
}

async function tellMeasure({ db, tellers, masker }: TellDeps, measure: MeasureToTell, at: Date): Promise<number> {
  const problems = await problemsOfMeasure(db, measure.id)
  const { text, doneOn } = measure
  // Whoever wrote it may have named somebody.
  const news = (await masker())(newsOf({ problems: problems.map(({ name }) => name), text, doneOn })).masked
  let told = 0
  for (const teller of tellers) {
    const linked = await linkedStatements(db, measure, problems, teller.sources)
    const people = Map.groupBy(await teller.reachable(db, linked), ({ person }) => person)
    for (const own of people.values()) if (await tellPerson(db, teller, own, { measure: measure.id, news, at })) told++
  }
  return told
}

interface Told {
  readonly measure: number
  readonly news: string
  readonly at: Date
}

/** One letter where there is consent to any; else the page of each code. False: told before. */
async function tellPerson(
  db: Db,
  teller: Teller,
  own: readonly Reachable[],
  { measure, news, at }: Told,
): Promise<boolean> {
  const letter = own.find(({ way }) => way === 'letter')
  const said = letter === undefined ? own : [letter]
  return db.transaction().execute(async (tx) => {
    const rows = said.map(({ source, key, way }) => ({ measure_id: measure, source, key, way, news, at }))
    const added = await tx
      .insertInto('change_told')
      .values(rows)
      .onConflict((before) => before.doNothing())
      .returning('key')
      .execute()
    if (added.length === 0) return false
    if (letter !== undefined) await teller.sendLetter(tx, letter, news)
    return true
  })
}

async function finish(db: Db, id: number, at: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const done = await tx
      .updateTable('change_measures')
      .set({ told_at: at })
      .where('id', '=', id)
      .where('told_at', 'is', null)
      .executeTakeFirst()
    // Another process was as fast.
    if (Number(done.numUpdatedRows) === 0) return
    const after = await toldCounts(tx, id)
    await recordAudit(tx, { ...bySystem(at), what: 'measure.told', subject: `measure:${id}`, after })
  })
}
