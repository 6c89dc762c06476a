import type { AuditEventName } from '@otklik/model/access'
import { CRITICAL_CASE, type CriticalAbout, type NoticePart } from '@otklik/model/certification/procedure'
import { isSpecial } from '@otklik/model/certification/score'
import { dayOf } from '@otklik/model/days'
import { refusalMessage } from '@otklik/model/processes'
import type { Updateable } from 'kysely'
import { type Actor, type Caller, nameOf } from '../../platform/audit/index.ts'
import { problem } from '../../platform/problems/index.ts'
import type { Tx } from '../../platform/postgres/open.ts'
import { type Lifecycle, takeStep } from '../../platform/transition.ts'
import { stepRefused } from '../problems.ts'
import { type DescribedCase, lockCase } from './rows.ts'
import type { CaseTables } from './tables.ts'

type Change = Updateable<CaseTables['certification_cases']>
export type CaseEvent = keyof (typeof CRITICAL_CASE)['events']
interface CaseKind {
  id: number
  row: DescribedCase
  state: DescribedCase['state']
  event: CaseEvent
  guard: keyof (typeof CRITICAL_CASE)['guards']
  facts: CriticalAbout
  change: Change
}

/** What the guards of a case look at. */
export function aboutOf(row: DescribedCase, who: Actor, at: Date, reason = ''): CriticalAbout {
  const today = dayOf(at)
  const { valid_from, valid_to, certificate_ended: ended } = row
  const held = valid_from !== null && valid_to !== null && today <= valid_to && (ended === null || today < ended)
  return {
    today,
    special: isSpecial(row.kind),
    certificate: held ? { valid_from, valid_to } : null,
    decidedBefore: false,
    noticeLacks: lackingParts(row),
    ends_on: row.notice?.endsOn ?? null,
    mine: row.drafted_who === nameOf(who),
    noticeSent: row.sent_at !== null,
    reason,
  }
}

function lackingParts({ name, authority, alarm, notice }: DescribedCase): NoticePart[] {
  const parts: readonly (readonly [NoticePart, unknown])[] = [
    ['object', name],
    ['authority', authority],
    ['evidence', alarm.values.length > 0 || null],
    ['ends_on', notice?.endsOn],
  ]
  return parts.filter(([, value]) => value === null || value === undefined || value === '').map(([part]) => part)
}

const lifecycle = (reason: string): Lifecycle<CaseKind> => ({
  tableOf: () => CRITICAL_CASE.table,
  hold: (tx, id, { who }) => lockCase(tx, id, who),
  factsOf: async (_, row, { who, at }) => aboutOf(row, who, at, reason),
  refusal: (row, event, refused, about) =>
    problem(stepRefused, refusalMessage(CRITICAL_CASE, event, row.state, { refused, about })),
  save: async (tx, { id }, change) => {
    await tx.updateTable('certification_cases').set(change).where('id', '=', id).execute()
  },
  subject: ({ id }) => subjectOf(id),
})

export const subjectOf = (id: number): string => `critical_case:${id}`

export interface CaseStep {
  readonly event: CaseEvent
  readonly what: AuditEventName
  readonly reason?: string
  readonly change: Change
  readonly after?: object
  readonly also?: (tx: Tx, row: DescribedCase) => Promise<void>
}

/** Moves one case along its table, in the caller's transaction. */
export async function moveCase(
  tx: Tx,
  id: number,
  { reason = '', after = {}, ...step }: CaseStep,
  caller: Caller,
): Promise<void> {
  const told = ({ name, certificate }: DescribedCase) => ({ object: name, certificate, ...after })
  await takeStep(tx, lifecycle(reason), id, { ...step, after: told }, caller)
}
