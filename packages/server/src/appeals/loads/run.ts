import type { RowRules } from '@otklik/model/appeals'
import { dayOf } from '@otklik/model/days'
import { InputError } from '@otklik/model/inputs'
import type { Selectable, Updateable } from 'kysely'
import type { FilesDeps } from '../deps.ts'
import type { AppealTables } from '../tables.ts'
import { batches } from './batches.ts'
import { goodRows, type Judged, judgeFile, rowRules } from './judge.ts'
import { mappingOf } from './mappings.ts'
import { openFile } from './open-file.ts'
import { dropPieces, piecesOf } from './pieces.ts'
import { keepAside } from './set-aside.ts'
import { storeBatch } from './store.ts'
import { withTempFile } from './temp-file.ts'

export type LoadRow = Selectable<AppealTables['appeals_loads']>

/** Rows that are stored in one transaction. */
const AT_ONCE = 1000

/**
 * Reads a waiting file into the register, batch by batch. After a crash it is read again: rows that are in are known by
 * their numbers, and counted as what they were.
 */
export async function runLoad(deps: FilesDeps, id: number): Promise<void> {
  const { db, cipher, dataDir } = deps
  const load = await db.selectFrom('appeals_loads').selectAll().where('id', '=', id).executeTakeFirst()
  if (load === undefined || load.state === 'done' || load.state === 'failed') return
  await db.updateTable('appeals_loads').set({ state: 'running' }).where('id', '=', id).execute()
  try {
    await withTempFile(dataDir, piecesOf(db, cipher, id), ({ path }) => readIn(deps, load, path))
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    await finish(deps, id, { state: 'failed', trouble: error.message })
  }
}

async function readIn(deps: FilesDeps, load: LoadRow, path: string): Promise<void> {
  const { db } = deps
  const rules = await rulesOfLoad(deps, load)
  const judged = await judgeFile(db, path, rules)
  await keepAside(deps, load.id, { path, rules, judged })
  const { known } = await storeGood(deps, load, { path, rules, judged })
  const { read, accepted, set_aside, repeats, codes } = judged
  const sums = { read, accepted: accepted - known, set_aside, repeats: repeats + known, through: read }
  await finish(deps, load.id, { state: 'done', ...sums, codes: JSON.stringify(codes), trouble: null })
}

async function rulesOfLoad({ db }: FilesDeps, load: LoadRow): Promise<RowRules> {
  const { authority_id: id } = load
  const { name } = await db
    .selectFrom('register_authorities')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const mapping = await mappingOf(db, load.mapping_id, id)
  return rowRules(db, { mapping, today: dayOf(load.at), authority: { id, name } })
}

export interface Reading {
  readonly path: string
  readonly rules: RowRules
  readonly judged: Judged
}

/** Originals first, then what repeats them: a duplicate is stored with the appeal that it repeats. */
async function storeGood(deps: FilesDeps, load: LoadRow, { path, rules, judged }: Reading): Promise<{ known: number }> {
  let [known, through] = [0, judged.set_aside]
  for (const copies of [false, true]) {
    const file = await openFile(path, rules.mapping)
    const rows = ofKind(goodRows(file, rules, judged.aside), copies)
    for await (const batch of batches(rows, AT_ONCE)) {
      through += batch.length
      known += await storeBatch(deps, { load, rules, layout: file.layout, batch, through })
    }
  }
  return { known }
}

export type GoodRow = ReturnType<typeof goodRows> extends AsyncGenerator<infer Row> ? Row : never

async function* ofKind(rows: AsyncIterable<GoodRow>, copies: boolean): AsyncGenerator<GoodRow> {
  for await (const row of rows) if ((row.appeal.duplicate_of !== null) === copies) yield row
}

/** What was sealed of the file goes with the end of its reading; the rows set aside stay. */
const finish = ({ db }: FilesDeps, id: number, ending: Updateable<AppealTables['appeals_loads']>): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await tx
      .updateTable('appeals_loads')
      .set({ ...ending, finished_at: new Date() })
      .where('id', '=', id)
      .execute()
    await dropPieces(tx, id)
  })
