import type { Principal } from '@otklik/model/access'
import type { BodyOf } from '@otklik/model/api'
import type { AlarmCase, assignCase as contract } from '@otklik/model/progress/api'
import { peopleWithRight, type PersonWithRight } from '../../access/index.ts'
import { type Caller, displayName, reachOfActor } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { problem } from '../../platform/problems/index.ts'
import { personNotThere } from '../problems.ts'
import type { Scope } from '../scope.ts'
import { changeCase, type HeldCase } from './change.ts'

/** Who can be given a case: people within reach who may work on cases. */
export const caseHolders = (db: Db, who: Principal): Promise<PersonWithRight[]> =>
  peopleWithRight(db, 'alarms.acknowledge', reachOfActor(who))

/** Says who looks after a case and by when; null for nobody and no day. */
export async function assignCase(
  deps: Scope,
  { id, person, due }: BodyOf<typeof contract> & { id: number },
  caller: Caller<Principal>,
): Promise<AlarmCase> {
  const found = person === null ? null : (await caseHolders(deps.db, caller.who)).find((one) => one.id === person)
  if (found === undefined) throw problem(personNotThere)
  return changeCase(deps, id, 'alarm.assigned', caller, async (tx, held) => {
    const work = { person_id: found?.id ?? null, person: found?.name ?? null, due, changed_at: caller.at }
    await tx
      .insertInto('alarm_work')
      .values({ ...keyOf(held), ...work })
      .onConflict((clash) => clash.columns(['figure', 'service', 'month']).doUpdateSet(work))
      .execute()
    return { person: work.person, due }
  })
}

/** Adds what somebody knows of a case. */
export function noteOnCase(
  deps: Scope,
  { id, text }: { id: number; text: string },
  caller: Caller<Principal>,
): Promise<AlarmCase> {
  return changeCase(deps, id, 'alarm.noted', caller, async (tx, held) => {
    const note = { text: text.trim(), by_name: displayName(caller.who), at: caller.at }
    await tx
      .insertInto('alarm_notes')
      .values({ ...keyOf(held), ...note })
      .execute()
    return { text: note.text }
  })
}

/** Tied to the latest critical value, the one that people had before them. */
function keyOf(held: HeldCase) {
  const last = held.at(-1)
  if (!last) throw new Error('A case has a critical value')
  const { figure, service, month } = last
  return { figure, service, month }
}
