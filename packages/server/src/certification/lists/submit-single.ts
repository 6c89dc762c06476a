import { type Caller, displayName } from '../../platform/audit/index.ts'
import { type Principal, reachOf } from '@otklik/model/access'
import type { ListEdition } from '@otklik/model/certification/api'
import { sql } from 'kysely'
import { waitForLock } from '../../platform/postgres/locks.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { requireEverything } from '../reach.ts'
import { editionOf } from './edition.ts'
import { requireNext, tellListAudit } from './step.ts'
import { submission } from './steps.ts'

/** Makes the next edition of the single list of the objects as they are now, for the working group (Правила, пункт 7). */
export async function submitSingleList(db: Db, caller: Caller<Principal>): Promise<ListEdition> {
  requireEverything(reachOf(caller.who))
  return db.transaction().execute(async (tx) => {
    await waitForLock(tx, 'certificationLists')
    const { number, waiting, objects } = await standing(tx)
    const refused = waiting ?? number
    const state = requireNext(
      'single',
      'submit',
      { year: null, number: refused, state: null },
      { mine: true, entries: objects, other: waiting !== null, base: true },
    )
    const row = { kind: 'single', number, state, created_at: caller.at, created_by: displayName(caller.who) } as const
    const { id } = await tx
      .insertInto('certification_lists')
      .values({ ...row, ...submission(caller) })
      .returning('id')
      .executeTakeFirstOrThrow()
    const entries = await takeObjects(tx, id)
    const list = { id, year: null, number }
    await tellListAudit(tx, { what: 'list.submitted', list, before: null, after: { state, entries } }, caller)
    return editionOf(tx, id, caller.who)
  })
}

/** The number of the next edition, that of the one on approval, and how many objects there are. */
async function standing(tx: Tx) {
  const { rows } = await sql<{ number: number; waiting: number | null; objects: number }>`
    SELECT
      coalesce(max(number), 0) + 1 AS number,
      max(number) FILTER (WHERE state = 'on_approval') AS waiting,
      (SELECT count(*) FROM certification_objects WHERE removed_at IS NULL) AS objects
    FROM certification_lists WHERE kind = 'single'`.execute(tx)
  return rows[0] ?? { number: 1, waiting: null, objects: 0 }
}

/** One statement sees the objects of one moment. */
async function takeObjects(tx: Tx, list: number): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    INSERT INTO certification_entries (list_id, object_id, name, kind, authority_id, authority, region, service, address,
      level, valid_from, valid_to, folded, admitted)
    SELECT ${list}, o.id, o.name, o.kind, o.authority_id, a.name, o.region, o.service, o.address,
      o.level, o.valid_from, o.valid_to, concat_ws(' ', o.folded, a.folded, r.folded), true
    FROM certification_objects o
    LEFT JOIN register_authorities a ON a.id = o.authority_id
    LEFT JOIN register_regions r ON r.code = o.region
    WHERE o.removed_at IS NULL
    ORDER BY o.id`.execute(tx)
  return Number(numAffectedRows)
}
