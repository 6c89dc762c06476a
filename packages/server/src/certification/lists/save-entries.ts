import type { Caller } from '../../platform/audit/index.ts'
import { isDeepStrictEqual } from 'node:util'
import { type Principal, reachOf } from '@otklik/model/access'
import type { BodyOf } from '@otklik/model/api'
import type { ListEntry, saveEntries as route } from '@otklik/model/certification/api'
import type { YearFacts } from '@otklik/model/certification'
import { sql } from 'kysely'
import { badField, problem, problems } from '../../platform/problems/index.ts'
import type { Tx, Db } from '../../platform/postgres/open.ts'
import { tidy, tidyOrNull } from '../../platform/text.ts'
import { entriesChanged } from '../problems.ts'
import { requireEverything, visibleEntry } from '../reach.ts'
import { entryOf, type EntryRow } from './entry.ts'
import { leadsTo, lockList, tellListAudit } from './step.ts'
import { factColumns } from './year-entries.ts'

export type SavedEntry = BodyOf<typeof route>['entries'][number]
interface Given {
  readonly id: number
  readonly version: number
  readonly facts: YearFacts
}

/** Changes what is known of objects in the draft of a year: of all or of none. */
export const saveEntries = (db: Db, list: number, body: readonly SavedEntry[], caller: Caller<Principal>) =>
  db.transaction().execute((tx) => changeEntries(tx, list, body, caller))

/** The same in the caller's transaction. */
export async function changeEntries(
  tx: Tx,
  list: number,
  body: readonly SavedEntry[],
  caller: Caller<Principal>,
): Promise<{ rows: ListEntry[] }> {
  const row = await lockList(tx, list, caller.who)
  const found = await findEntries(tx, list, body, caller)
  requireEverything(reachOf(caller.who))
  const given = body.map((entry, at) => givenOf(entry, body.length === 1 ? '' : `entries.${at}.`))
  requireOnce(given)
  await leadsTo(tx, row, 'edit', caller.who)
  const pairs = given.map((one) => ({ one, was: rowOf(found, one.id) }))
  const late = pairs.filter(({ one, was }) => was.version !== one.version)
  if (late.length > 0)
    throw problem(
      entriesChanged,
      late.slice(0, 5).map(({ was }) => was.name),
    )
  const changed = pairs.filter(({ one, was }) => !isDeepStrictEqual(was.facts, one.facts))
  await keep(
    tx,
    changed.map(({ one, was }) => ({ id: one.id, ...judgedFacts(one, was, row.year ?? 0) })),
  )
  if (changed.length > 0) {
    const before = Object.fromEntries(changed.map(({ one, was }) => [one.id, was.facts]))
    const after = { entries: Object.fromEntries(changed.map(({ one }) => [one.id, one.facts])) }
    await tellListAudit(tx, { what: 'list.edited', list: row, before: { entries: before }, after }, caller)
  }
  const saved = await findEntries(tx, list, body, caller)
  return { rows: given.map(({ id }) => entryOf(rowOf(saved, id))) }
}

const judgedFacts = ({ facts }: Given, was: EntryRow, year: number) =>
  factColumns(facts, { validFrom: was.valid_from, validTo: was.valid_to }, year)

/** Every entry that is named, by number; 404 where one is none of this list within reach. */
async function findEntries(tx: Tx, list: number, named: readonly { id: number }[], { who }: Caller<Principal>) {
  const ids = [...new Set(named.map(({ id }) => id))]
  const rows = await tx
    .selectFrom('certification_entries as e')
    .leftJoin('register_authorities as a', 'a.id', 'e.authority_id')
    .selectAll('e')
    .where('e.list_id', '=', list)
    .where(sql<boolean>`e.id = ANY(${ids}::integer[])`)
    .where(visibleEntry(reachOf(who)))
    .execute()
  if (rows.length < ids.length) throw problem(problems.notFound)
  return new Map(rows.map((row) => [row.id, row]))
}

function rowOf(found: ReadonlyMap<number, EntryRow>, id: number): EntryRow {
  const row = found.get(id)
  if (row === undefined) throw problem(problems.notFound)
  return row
}

/** An entry as typed in the desk, made fit to be kept. @param path where it stands in the body, for refusals */
function givenOf({ id, version, massList, ...facts }: SavedEntry, path: string): Given {
  const ending = facts.ending && { ...facts.ending, act: tidy(facts.ending.act).replace(/\.$/, '') }
  if (ending?.act === '') throw badField(`${path}ending.act`, 'Напишите реквизиты акта.')
  const mass = tidyOrNull(facts.mass)
  // Which list it is means nothing without an item: the next one would be taken for one of that list.
  const ofList = mass !== null && massList !== undefined && { massList }
  return { id, version, facts: { ...facts, ending, mass, ...ofList } }
}

function requireOnce(given: readonly Given[]): void {
  const twice = given.findIndex(({ id }, at) => given.findIndex((other) => other.id === id) < at)
  if (twice >= 0) throw badField(`entries.${twice}.id`, 'Одна запись названа дважды.')
}

async function keep(tx: Tx, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    UPDATE certification_entries e
    SET facts = given.facts, admission = given.admission, admitted = given.admitted, version = e.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS given (id integer, facts jsonb, admission jsonb, admitted boolean)
    WHERE e.id = given.id`.execute(tx)
}
