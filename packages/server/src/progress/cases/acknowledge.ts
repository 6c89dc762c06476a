import type { Principal } from '@otklik/model/access'
import type { AlarmCase } from '@otklik/model/progress/api'
import { type Caller, displayName } from '../../platform/audit/index.ts'
import { problem } from '../../platform/problems/index.ts'
import { alreadyAcknowledged, notAcknowledged } from '../problems.ts'
import type { Scope } from '../scope.ts'
import { changeCase, type HeldCase } from './change.ts'

/**
 * Takes a case off the open ones with a reason, up to its latest critical value: where it grows further, it is open again,
 * and what was said of its earlier months stays. What was answered is not answered anew; it is taken back first.
 */
export function acknowledgeCase(
  deps: Scope,
  { id, reason }: { id: number; reason: string },
  caller: Caller<Principal>,
): Promise<AlarmCase> {
  return changeCase(deps, id, 'alarm.acknowledged', caller, async (tx, held) => {
    const last = held.at(-1)
    if (last?.acknowledged_at) throw problem(alreadyAcknowledged, last.acknowledged_by ?? '')
    const after = { acknowledged_by: displayName(caller.who), acknowledged_at: caller.at, reason: reason.trim() }
    const open = held.filter(({ acknowledged_at }) => acknowledged_at === null)
    await tx.updateTable('alarms').set(after).where('id', 'in', numbersOf(open)).execute()
    return after
  })
}

/** Undoes it: all critical values of the case are open again. What was said stays in the audit log. */
export function takeBackAcknowledgement(deps: Scope, id: number, caller: Caller<Principal>): Promise<AlarmCase> {
  return changeCase(deps, id, 'alarm.acknowledgement_taken_back', caller, async (tx, held) => {
    const taken = held.findLast(({ acknowledged_at }) => acknowledged_at !== null)
    if (!taken) throw problem(notAcknowledged)
    const nothing = { acknowledged_by: null, acknowledged_at: null, reason: null }
    await tx.updateTable('alarms').set(nothing).where('id', 'in', numbersOf(held)).execute()
    const { acknowledged_by: by, reason } = taken
    return { taken: { by, reason } }
  })
}

const numbersOf = (held: HeldCase): number[] => held.map(({ id }) => id)
