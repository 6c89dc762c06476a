import { type Principal, reachOf } from '@otklik/model/access'
import type { ListEdition } from '@otklik/model/certification/api'
import {
  type Circumstances,
  type ListEvent,
  type ListKind,
  type ListState,
  next,
  statesFor,
  TRANSITIONS,
} from '@otklik/model/certification'
import { sql, type Updateable } from 'kysely'
import { type Editor, recordAudit } from '../../platform/audit/index.ts'
import { problem, problems } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { guardProblems, titleOf, wrongState } from '../problems.ts'
import type { CertificationTables } from '../tables.ts'
import { requireEverything, seesList } from '../within.ts'
import { circumstancesOf, editionOf, editions, type ListRow } from './edition.ts'

/** Who moves a list, always somebody: a list is nobody's own doing. */
export interface Mover extends Editor {
  readonly who: Principal
}
type Change = Updateable<CertificationTables['certification_lists']>

export interface Step {
  readonly event: ListEvent
  /** The name in the audit. */
  readonly what: string
  readonly change: Change
}

/**
 * Moves one edition along the table of states: the row is held, so of two who decide at once the second sees what the
 * first has decided.
 */
export async function takeStep(db: Db, id: number, step: Step, mover: Mover): Promise<ListEdition> {
  return db.transaction().execute(async (tx) => {
    const row = await lockList(tx, id, mover.who)
    requireEverything(reachOf(mover.who))
    const state = await leadsTo(tx, row, step.event, mover.who)
    const change = { ...step.change, state }
    await tx.updateTable('certification_lists').set(change).where('id', '=', id).execute()
    const before = { state: row.state }
    await tellListAudit(tx, { what: step.what, list: row, before, after: auditable(change) }, mover)
    return editionOf(tx, id, mover.who)
  })
}

/** The edition, held until the end of the transaction; 404 where there is none within sight. */
export async function lockList(tx: Tx, id: number, who: Principal): Promise<ListRow> {
  const row = await tx.selectFrom('certification_lists').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined || !seesList(reachOf(who), row.state)) throw problem(problems.notFound)
  return row
}

/** The state an event leads to from where the edition is; the problem that says why not, otherwise. */
export async function leadsTo(tx: Tx, row: ListRow, event: ListEvent, who: Principal): Promise<ListState> {
  const found = await editions(tx, reachOf(who)).where('l.id', '=', row.id).executeTakeFirstOrThrow()
  return requireNext(row.kind, event, row, circumstancesOf(found, who))
}

interface Edition {
  readonly year: number | null
  readonly number: number
  /** Null: there is none yet. */
  readonly state: ListState | null
}

export function requireNext(kind: ListKind, event: ListEvent, edition: Edition, about: Circumstances): ListState {
  const { state } = edition
  const outcome = next(kind, event, state, about)
  if ('to' in outcome) return outcome.to
  if (outcome.refused !== 'state') throw problem(guardProblems[outcome.refused], titleOf(edition))
  const known = TRANSITIONS.some((one) => one.list === kind && one.event === event)
  throw problem(wrongState, titleOf(edition), state ?? 'draft', event, known ? statesFor(kind, event) : undefined)
}

/** Any number, the same everywhere: who makes an edition holds it, so that no two take the same number. */
const LOCK = 7_203_116
export const waitForEditions = (tx: Tx) => sql`SELECT pg_advisory_xact_lock(${LOCK})`.execute(tx)

export function tellListAudit(
  tx: Tx,
  event: { what: string; list: Pick<ListRow, 'id' | 'year' | 'number'>; before: unknown; after: object },
  { who, from, at }: Mover,
): Promise<void> {
  const { what, list, before, after } = event
  const named = { list: titleOf(list), ...after }
  return recordAudit(tx, { who, what, subject: `list:${list.id}`, before, after: named, from }, at)
}

/** Who and when stand in the audit's own columns. */
const auditable = ({ state, protocol_number: protocolNumber, protocol_date: protocolDate, remarks }: Change) => ({
  state,
  ...(protocolNumber !== undefined && { protocolNumber, protocolDate }),
  ...(remarks !== undefined && { remarks }),
})
