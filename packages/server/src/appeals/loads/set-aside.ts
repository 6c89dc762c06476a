import type { QueryOf } from '@otklik/model/api'
import { ROW_CODES, type RowCode, type RowRules } from '@otklik/model/appeals'
import type { downloadSetAsideAppeals } from '@otklik/model/appeals/api'
import { hasRight } from '@otklik/model/access'
import { type Cell, type DatePattern, dayAsWritten, dayOfDate, textOfCell } from '@otklik/model/sheet-files'
import type { FastifyReply } from 'fastify'
import type { Caller } from '../../platform/audit/index.ts'
import { sendTable, type TableRow } from '../../platform/http/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import type { AppealsDeps } from '../deps.ts'
import { batches } from './batches.ts'
import { mappingOf } from './mappings.ts'
import { openFile } from './open-file.ts'
import { findLoad } from './record.ts'
import type { Reading } from './run.ts'

const AT_ONCE = 500

/** Keeps the rows of a load that were set aside, with their codes; what an earlier try has kept is the same. */
export async function keepAside({ db, cipher }: AppealsDeps, load: number, { path, rules, judged }: Reading) {
  await db
    .updateTable('appeals_loads')
    .set({ titles: [...judged.titles] })
    .where('id', '=', load)
    .execute()
  if (judged.aside.size === 0) return
  const { rows } = await openFile(path, rules.mapping)
  for await (const batch of batches(asideOf(rows, rules, judged), AT_ONCE))
    await db
      .insertInto('appeals_set_aside')
      .values(
        batch.map(({ row, cells, codes }) => ({
          load_id: load,
          row,
          codes: [...codes],
          cells_sealed: cipher.seal(JSON.stringify(cells)),
        })),
      )
      .onConflict((known) => known.doNothing())
      .execute()
}

async function* asideOf(
  rows: AsyncIterable<{ readonly row: number; readonly cells: readonly Cell[] }>,
  { mapping: { dates } }: RowRules,
  { aside }: Reading['judged'],
) {
  for await (const { row, cells } of rows) {
    const codes = aside.get(row)
    if (codes !== undefined) yield { row, codes, cells: cells.map((cell) => asText(cell, dates)) }
  }
}

/** Days as the texts of the file have them: the row is read again from what a person has corrected. */
const asText = (cell: Cell, dates: DatePattern): string => {
  const day = cell instanceof Date ? dayOfDate(cell) : undefined
  return day === undefined ? textOfCell(cell) : dayAsWritten(day, dates)
}

interface Asked {
  readonly id: number
  readonly format: QueryOf<typeof downloadSetAsideAppeals>['format']
}

/** The rows with what is wrong with each, all cells as text; for who sent the file, and who may open originals. */
export async function sendSetAside(
  deps: AppealsDeps,
  { id, format }: Asked,
  reply: FastifyReply,
  { who }: Pick<Caller, 'who'>,
): Promise<FastifyReply> {
  const load = await findLoad(deps.db, id, who)
  const isSender = who !== 'system' && who.kind === 'user' && who.id === load.sender
  if (!isSender && (who === 'system' || !hasRight(who, 'appeals.contacts')))
    throw problem(problems.notAllowed, 'appeals.contacts')
  const { header } = await mappingOf(deps.db, load.mapping_id, load.authority_id)
  const columns = [...load.titles.map((title, at) => ({ key: String(at), title })), { key: 'why', title: WHY }]
  const name = `${load.name.replace(/\.[^.]*$/, '')}, отложенные строки`
  return sendTable(reply, { name, columns, rows: rowsOf(deps, id), above: header - 1 }, format)
}

const WHY = 'Что исправить'

async function* rowsOf({ db, cipher }: AppealsDeps, load: number): AsyncGenerator<TableRow> {
  for (let last = 0; ; ) {
    const rows = await pageAfter(db, load, last)
    for (const { row, codes, cells_sealed } of rows) {
      last = row
      // Sealed from this shape by `keepAside`.
      const cells = JSON.parse(cipher.open(cells_sealed)) as string[]
      const why = codes.map((code) => ROW_CODES[code as RowCode] ?? code).join(' ')
      yield { ...Object.fromEntries(cells.map((cell, at) => [String(at), cell])), why: `Строка ${row}. ${why}` }
    }
    if (rows.length < AT_ONCE) return
  }
}

const pageAfter = (db: Db, load: number, row: number) =>
  db
    .selectFrom('appeals_set_aside')
    .selectAll()
    .where('load_id', '=', load)
    .where('row', '>', row)
    .orderBy('row')
    .limit(AT_ONCE)
    .execute()
