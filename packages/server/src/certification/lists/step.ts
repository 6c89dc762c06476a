import type { AuditEventName, Principal } from '@otklik/model/access'
import {
  type Circumstances,
  LIST_TABLES,
  type ListEvent,
  type ListGuard,
  type ListKind,
  type ListState,
} from '@otklik/model/certification'
import type { ListEdition } from '@otklik/model/certification/api'
import type { Updateable } from 'kysely'
import { type Actor, type Caller, reachOfActor, recordAudit } from '../../platform/audit/index.ts'
import { type ProblemError, problem, problems } from '../../platform/problems/index.ts'
import type { Db, Tx } from '../../platform/postgres/open.ts'
import { type Lifecycle, type Step, takeStep } from '../../platform/transition.ts'
import { guardProblems, titleOf, wrongState } from '../problems.ts'
import type { CertificationTables } from '../tables.ts'
import { requireEverything, isListVisible } from '../reach.ts'
import { circumstancesOf, editionOf, editions, type ListRow } from './edition.ts'

type Change = Updateable<CertificationTables['certification_lists']>
interface Lists {
  id: number
  row: ListRow
  state: ListState
  event: ListEvent
  guard: ListGuard
  facts: Circumstances
  change: Change
}

const LISTS: Lifecycle<Lists> = {
  tableOf: ({ kind }) => LIST_TABLES[kind],
  hold: async (tx, id, { who }) => {
    const row = await lockList(tx, id, who)
    requireEverything(reachOfActor(who))
    return row
  },
  factsOf: (tx, { id }, { who }) => factsOf(tx, id, who),
  refusal: (row, event, refused) => refusalOf(row.kind, event, row, refused),
  save: async (tx, { id }, change) => {
    await tx.updateTable('certification_lists').set(change).where('id', '=', id).execute()
  },
  subject: ({ id }) => subjectOf(id),
}

/** Moves one edition along the table of states. */
export const moveList = (
  db: Db,
  id: number,
  step: Pick<Step<Lists>, 'event' | 'what' | 'change'>,
  caller: Caller<Principal>,
): Promise<ListEdition> =>
  db.transaction().execute(async (tx) => {
    await takeStep(
      tx,
      LISTS,
      id,
      { ...step, after: (row) => ({ list: titleOf(row), ...auditable(step.change) }) },
      caller,
    )
    return editionOf(tx, id, caller.who)
  })

/** The edition, held until the end of the transaction; 404 where there is none within reach. */
export async function lockList(tx: Tx, id: number, who: Actor): Promise<ListRow> {
  const row = await tx.selectFrom('certification_lists').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined || !isListVisible(reachOfActor(who), row.state)) throw problem(problems.notFound)
  return row
}

async function factsOf(tx: Tx, id: number, who: Actor): Promise<Circumstances> {
  const found = await editions(tx, reachOfActor(who)).where('l.id', '=', id).executeTakeFirstOrThrow()
  return circumstancesOf(found, who)
}

/** The state an event leads to from where the edition is; the problem that says why not, otherwise. */
export const leadsTo = async (tx: Tx, row: ListRow, event: ListEvent, who: Actor): Promise<ListState> =>
  requireNext(row.kind, event, row, await factsOf(tx, row.id, who))

interface Edition {
  readonly year: number | null
  readonly number: number
  /** Null: there is none yet. */
  readonly state: ListState | null
}

export function requireNext(kind: ListKind, event: ListEvent, edition: Edition, about: Circumstances): ListState {
  const outcome = LIST_TABLES[kind].next(event, edition.state, about)
  if ('to' in outcome) return outcome.to
  throw refusalOf(kind, event, edition, outcome.refused)
}

function refusalOf(kind: ListKind, event: ListEvent, edition: Edition, refused: 'state' | ListGuard): ProblemError {
  if (refused !== 'state') return problem(guardProblems[refused], titleOf(edition))
  return problem(wrongState, titleOf(edition), edition.state ?? 'draft', event, LIST_TABLES[kind].statesFor(event))
}

const subjectOf = (id: number): string => `list:${id}`

export function tellListAudit(
  tx: Tx,
  event: { what: AuditEventName; list: Pick<ListRow, 'id' | 'year' | 'number'>; before: unknown; after: object },
  { who, from, at }: Caller,
): Promise<void> {
  const { what, list, before, after } = event
  const named = { list: titleOf(list), ...after }
  return recordAudit(tx, { who, what, subject: subjectOf(list.id), before, after: named, from, at })
}

/** Who and when stand in the audit's own columns. */
const auditable = ({ protocol_number: protocolNumber, protocol_date: protocolDate, remarks }: Change) => ({
  ...(protocolNumber !== undefined && { protocolNumber, protocolDate }),
  ...(remarks !== undefined && { remarks }),
})
