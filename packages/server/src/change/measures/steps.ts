import type { MeasureWhole } from '@otklik/model/change/api'
import {
  type MeasureEvent,
  type MeasureFacts,
  type MeasureGuard,
  MEASURES,
  type MeasureState,
} from '@otklik/model/change/measures'
import { dayOf } from '@otklik/model/days'
import type { Updateable } from 'kysely'
import { type Caller, displayName, nameOf } from '../../platform/audit/index.ts'
import { badField } from '../../platform/problems/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { type Lifecycle, type Step, takeStep } from '../../platform/transition.ts'
import { measureProblem } from '../problems.ts'
import type { PainTables } from '../pain-tables.ts'
import { findMeasure, type MeasureRow } from './reach.ts'
import { factsOf, readMeasure } from './record.ts'

type Change = Updateable<PainTables['change_measures']>
interface Measures {
  id: number
  row: MeasureRow
  state: MeasureState
  event: MeasureEvent
  guard: MeasureGuard
  facts: MeasureFacts
  change: Change
}

const LIFECYCLE: Lifecycle<Measures> = {
  tableOf: () => MEASURES,
  hold: async (tx, id, { who }) => {
    await tx.selectFrom('change_measures').select('id').where('id', '=', id).forUpdate().execute()
    return findMeasure(tx, id, who)
  },
  factsOf: async (_, row, caller) => factsOf(row, caller),
  refusal: (row, event, refused) => measureProblem(event, row.state, refused),
  save: async (tx, { id }, change) => {
    await tx.updateTable('change_measures').set(change).where('id', '=', id).execute()
  },
  subject: ({ id }) => `measure:${id}`,
}

async function move(db: Db, id: number, step: Step<Measures>, caller: Caller): Promise<MeasureWhole> {
  await db.transaction().execute((tx) => takeStep(tx, LIFECYCLE, id, step, caller))
  return readMeasure(db, id, caller)
}

export const approveMeasure = (db: Db, id: number, caller: Caller) => {
  const change = { approved_by: displayName(caller.who), approved_at: caller.at }
  return move(db, id, { event: 'approve', what: 'measure.approved', change }, caller)
}

export const startMeasure = (db: Db, id: number, caller: Caller) =>
  move(db, id, { event: 'start', what: 'measure.started', change: {} }, caller)

/** `doneOn`: the day on which it was done, which its effect is counted from. */
export function reportMeasure(db: Db, id: number, doneOn: string, caller: Caller): Promise<MeasureWhole> {
  const { who, at } = caller
  if (doneOn > dayOf(at)) throw badField('doneOn', 'Этот день ещё не наступил. Укажите день, когда мера выполнена.')
  const change = { done_on: doneOn, reported_by: displayName(who), reported_who: nameOf(who), reported_at: at }
  return move(db, id, { event: 'done', what: 'measure.reported', change, after: () => ({ doneOn }) }, caller)
}

export const verifyMeasure = (db: Db, id: number, caller: Caller) =>
  move(db, id, { event: 'verify', what: 'measure.verified', change: ended(caller) }, caller)

export const returnMeasure = (db: Db, id: number, reason: string, caller: Caller) => {
  const change = { done_on: null, reason, reported_by: null, reported_who: null, reported_at: null }
  return move(db, id, { event: 'return', what: 'measure.returned', change, after: () => ({ reason }) }, caller)
}

export const cancelMeasure = (db: Db, id: number, reason: string, caller: Caller) => {
  const change = { ...ended(caller), reason }
  return move(db, id, { event: 'cancel', what: 'measure.cancelled', change, after: () => ({ reason }) }, caller)
}

const ended = ({ who, at }: Caller) => ({ ended_by: displayName(who), ended_at: at })

export interface Postponement {
  readonly due: string
  readonly reason: string
}

/** Moves the deadline; the one before stays with the reason. */
export function postponeMeasure(
  db: Db,
  id: number,
  { due, reason }: Postponement,
  caller: Caller,
): Promise<MeasureWhole> {
  const { who, at } = caller
  const also: Step<Measures>['also'] = async (tx, row) => {
    if (due <= row.due) throw badField('due', 'Новый срок должен быть позже прежнего.')
    await tx
      .insertInto('change_postponements')
      .values({ measure_id: id, from_due: row.due, to_due: due, reason, by: displayName(who), at })
      .execute()
  }
  const after = (row: MeasureRow) => ({ from: row.due, due, reason })
  return move(db, id, { event: 'postpone', what: 'measure.postponed', change: { due }, also, after }, caller)
}
