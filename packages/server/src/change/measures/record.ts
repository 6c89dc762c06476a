import type { MeasureRecord, MeasureWhole } from '@otklik/model/change/api'
import { rightsOfPrincipal } from '@otklik/model/access'
import { isOverdue, type MeasureFacts, MEASURES } from '@otklik/model/change/measures'
import { dayOf } from '@otklik/model/days'
import { type Actor, type Caller, nameOf } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { processNames } from '../processes/reach.ts'
import { toldCounts } from '../telling/told.ts'
import { findMeasure, type MeasureRow } from './reach.ts'

type Names = ReadonlyMap<string, string>

/** Of its processes and problems only those stand there that the reader sees. */
export function recordOf(row: MeasureRow, names: Names, today: string): MeasureRecord {
  const seen = (ids: readonly string[]) => ids.filter((id) => names.has(id))
  return {
    id: row.id,
    text: row.text,
    problems: row.problems.filter(({ processes }) => seen(processes).length > 0).map(({ id, name }) => ({ id, name })),
    processes: seen(row.processes).map((id) => ({ id, name: names.get(id) ?? id })),
    department: row.department,
    person: row.person_id && row.person_name ? { id: row.person_id, name: row.person_name } : null,
    due: row.due,
    overdue: isOverdue(row, today),
    state: row.state,
    doneOn: row.done_on,
    evidence: row.evidence,
    postponements: row.postponements,
    planned: { at: row.planned_at.toISOString(), by: row.planned_by },
  }
}

const idOf = (who: Actor): string | null => (who !== 'system' && who.kind === 'user' ? who.id : null)

/** `reason`: whether the words that the event takes are given. */
export const factsOf = (row: MeasureRow, { who }: Caller): MeasureFacts => ({
  problems: row.problems.length,
  responsible: row.department !== null || row.person_id !== null,
  deadline: row.due !== '',
  planner: row.planned_who === nameOf(who),
  reporter: row.reported_who === nameOf(who),
  // Where only a department answers, whoever reports for the authority does.
  own: row.person_id === null || row.person_id === idOf(who),
  evidence: row.evidence,
  reason: true,
})

const act = (at: Date | null, by: string | null) => (at && by !== null ? { at: at.toISOString(), by } : null)

export async function readMeasure(db: Db, id: number, caller: Caller): Promise<MeasureWhole> {
  const { who, at } = caller
  const [row, names] = [await findMeasure(db, id, who), await processNames(db, who)]
  const facts = factsOf(row, caller)
  const rights = who === 'system' ? [] : rightsOfPrincipal(who)
  const evidence = await db
    .selectFrom('change_evidence')
    .select(['id', 'name', 'address', 'size', 'at', 'by'])
    .where('measure_id', '=', id)
    .orderBy('id')
    .execute()
  const postponed = await db
    .selectFrom('change_postponements')
    .selectAll()
    .where('measure_id', '=', id)
    .orderBy('at')
    .execute()
  const ended = act(row.ended_at, row.ended_by)
  return {
    ...recordOf(row, names, dayOf(at)),
    evidenceList: evidence.map(({ at: when, by, ...one }) => ({ ...one, added: { at: when.toISOString(), by } })),
    postponed: postponed.map(({ from_due: from, to_due: to, reason, at: when, by }) => ({
      from,
      to,
      reason,
      by,
      at: when.toISOString(),
    })),
    approved: act(row.approved_at, row.approved_by),
    reported: act(row.reported_at, row.reported_by),
    verified: row.state === 'verified' ? ended : null,
    told: row.told_at && { at: row.told_at.toISOString(), ...(await toldCounts(db, id)) },
    cancelled: row.state === 'cancelled' && ended ? { ...ended, reason: row.reason ?? '' } : null,
    allowed: MEASURES.eventsFor(row.state, facts, rights),
    own: facts.own && rights.includes('measures.report'),
  }
}
