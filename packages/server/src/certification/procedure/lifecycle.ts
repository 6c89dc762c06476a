import type { Principal } from '@otklik/model/access'
import type { AuditEventName } from '@otklik/model/access'
import { OBJECT_PROCEDURE, type ObjectAbout } from '@otklik/model/certification/procedure'
import { refusalMessage } from '@otklik/model/processes'
import type { Updateable } from 'kysely'
import type { Caller } from '../../platform/audit/index.ts'
import { problem } from '../../platform/problems/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { type Lifecycle, takeStep } from '../../platform/transition.ts'
import { stepRefused } from '../problems.ts'
import { aboutOf, type Given, keptOf } from './facts.ts'
import { type DescribedProcedure, lockForCentre } from './rows.ts'
import type { ProcedureState, ProcedureTables } from './tables.ts'

type Change = Updateable<ProcedureTables['certification_procedures']>
export type ProcedureEvent = keyof (typeof OBJECT_PROCEDURE)['events']
export interface ProcedureKind {
  id: number
  row: DescribedProcedure
  state: ProcedureState
  event: ProcedureEvent
  guard: keyof (typeof OBJECT_PROCEDURE)['guards']
  facts: ObjectAbout
  change: Change
}

const lifecycle = (given: Given): Lifecycle<ProcedureKind> => ({
  tableOf: () => OBJECT_PROCEDURE.table,
  hold: (tx, id, { who }) => lockForCentre(tx, id, who),
  factsOf: async (tx, row, { who, at }) => aboutOf(await keptOf(tx, row), who, at, given),
  refusal: (row, event, refused, about) =>
    problem(stepRefused, refusalMessage(OBJECT_PROCEDURE, event, row.state, { refused, about })),
  save: async (tx, { id }, change) => {
    await tx.updateTable('certification_procedures').set(change).where('id', '=', id).execute()
  },
  subject: ({ id }) => subjectOf(id),
})

export const subjectOf = (id: number): string => `certification:${id}`

export interface ProcedureStep {
  readonly event: ProcedureEvent
  readonly what: AuditEventName
  readonly given?: Given
  /** Out of the procedure as it is held. */
  readonly change: (row: DescribedProcedure) => Change
  readonly after?: object
  readonly also?: (tx: Tx, row: DescribedProcedure) => Promise<void>
}

/** Moves one procedure along its table, in the caller's transaction. */
export async function moveProcedure(
  tx: Tx,
  id: number,
  { event, what, given = {}, change, after = {}, also }: ProcedureStep,
  caller: Caller<Principal>,
): Promise<void> {
  // Held here already: what changes may depend on what is there.
  const row = await lockForCentre(tx, id, caller.who)
  await takeStep(
    tx,
    lifecycle(given),
    id,
    { event, what, change: change(row), after: ({ name }) => ({ object: name, ...after }), ...(also && { also }) },
    caller,
  )
}
