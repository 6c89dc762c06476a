import type { AppealEvent, AppealGiven } from '@otklik/model/appeals'
import type { AuditEventName } from '@otklik/model/access'
import type { Caller } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { takeStep } from '../../platform/transition.ts'
import { tellHappening } from './happening.ts'
import { type AppealChange, type AppealRow, courseWith } from './lifecycle.ts'

/** One move of one appeal: what whoever acts has given, what changes, what is written into the course. */
export interface Move {
  readonly event: AppealEvent
  readonly what: AuditEventName
  readonly given?: AppealGiven
  readonly change?: AppealChange
  /** Kept in the course and the audit, for good: nothing personal. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>
  readonly also?: (tx: Tx, row: AppealRow) => Promise<void>
  /** The applicant acts, by the code. */
  readonly byCode?: boolean
}

export async function moveAppeal(tx: Tx, id: number, move: Move, caller: Caller): Promise<void> {
  const { event, what, given = {}, change = {}, details = {}, also, byCode = false } = move
  const to = (row: AppealRow) => TO[event] ?? row.state
  const step = {
    event,
    what,
    change,
    after: () => details,
    also: async (inner: Tx, row: AppealRow) => {
      const by = byCode ? { by: 'Заявитель' } : {}
      await tellHappening(inner, { id, event, to: to(row), details, ...by }, caller)
      await also?.(inner, row)
    },
  }
  await takeStep(tx, courseWith(given, byCode), id, step, caller)
}

/** Where an event ends, as the table of states has it; absent: the state stays. */
const TO: Partial<Record<AppealEvent, AppealRow['state']>> = {
  register: 'registered',
  void: 'void',
  duplicate: 'duplicate',
  assign: 'in_work',
  forward: 'forwarded',
  answer: 'answered',
  no_answer: 'closed',
  withdraw: 'closed',
  confirm: 'closed',
  reopen: 'in_work',
  expire: 'closed',
}
