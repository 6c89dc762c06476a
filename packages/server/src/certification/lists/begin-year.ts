import { type Caller, displayName } from '../../platform/audit/index.ts'
import { type Principal, reachOf } from '@otklik/model/access'
import type { ListEdition } from '@otklik/model/certification/api'
import { waitForLock } from '../../platform/postgres/locks.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { requireEverything } from '../reach.ts'
import { editionOf } from './edition.ts'
import { leadsTo, lockList, requireNext, tellListAudit } from './step.ts'
import { approvedSingle, copyEntries, takeSingleEntries } from './year-entries.ts'

/** Drafts the list of a reporting year from the approved single list (Правила, пункт 8). */
export async function createYearList(db: Db, year: number, caller: Caller<Principal>): Promise<ListEdition> {
  requireEverything(reachOf(caller.who))
  return db.transaction().execute(async (tx) => {
    await waitForLock(tx, 'certificationLists')
    const base = await approvedSingle(tx)
    const latest = await latestOf(tx, year)
    const about = { mine: false, entries: 0, other: false, base: base !== null }
    const state = requireNext('year', 'create', { year, ...(latest ?? { number: 1, state: null }) }, about)
    const id = await addDraft(tx, { year, number: 1, state, base_id: base }, caller)
    if (base !== null) await takeSingleEntries(tx, base, { id, year })
    const list = { id, year, number: 1 }
    await tellListAudit(tx, { what: 'list.created', list, before: null, after: { state, base } }, caller)
    return editionOf(tx, id, caller.who)
  })
}

/**
 * Begins the update of an approved list (пункт 16): its copy becomes the draft of the next edition, and objects come in
 * that the single list got since. What the list says of the others stays as it was approved: certificates that the year
 * itself has brought must not throw their objects out.
 */
export async function updateList(db: Db, id: number, caller: Caller<Principal>): Promise<ListEdition> {
  return db.transaction().execute(async (tx) => {
    await waitForLock(tx, 'certificationLists')
    const approved = await lockList(tx, id, caller.who)
    requireEverything(reachOf(caller.who))
    const state = await leadsTo(tx, approved, 'update', caller.who)
    const [year, number] = [approved.year ?? 0, approved.number + 1]
    const base = (await approvedSingle(tx)) ?? approved.base_id
    const draft = await addDraft(tx, { year, number, state, base_id: base }, caller)
    await copyEntries(tx, id, draft)
    if (base !== null) await takeSingleEntries(tx, base, { id: draft, year })
    const list = { id: draft, year, number }
    const after = { state, copyOf: id, base }
    await tellListAudit(tx, { what: 'list.update_begun', list, before: null, after }, caller)
    return editionOf(tx, draft, caller.who)
  })
}

async function addDraft(
  tx: Tx,
  draft: { year: number; number: number; state: ListEdition['state']; base_id: number | null },
  { who, at }: Caller<Principal>,
): Promise<number> {
  const { id } = await tx
    .insertInto('certification_lists')
    .values({ kind: 'year', ...draft, created_at: at, created_by: displayName(who) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const latestOf = (tx: Tx, year: number) =>
  tx
    .selectFrom('certification_lists')
    .select(['number', 'state'])
    .where('year', '=', year)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
