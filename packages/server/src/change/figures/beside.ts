import { isOverdue, type MeasureState } from '@otklik/model/change/measures'
import type { Priority } from '@otklik/model/change/pains'
import type { Db } from '../../platform/postgres/open.ts'

/** What stands in the map beside the figures: priorities that people changed, measures. By process and problem. */
export interface ChangedPriority {
  readonly priority: Priority
  readonly reason: string
  readonly by: string
  readonly at: string
}
export interface RowMeasure {
  readonly id: number
  readonly text: string
  readonly responsible: string
  readonly due: string
  readonly state: MeasureState
  readonly overdue: boolean
}

export async function changedPriorities(
  db: Db,
  problems: readonly number[],
): Promise<ReadonlyMap<string, ChangedPriority>> {
  if (problems.length === 0) return new Map()
  const rows = await db
    .selectFrom('change_priorities')
    .selectAll()
    .where('problem_id', 'in', problems)
    .orderBy('at')
    .execute()
  return new Map(
    rows.map(({ process, problem_id, priority, reason, by, at }) => [
      `${process}\n${problem_id}`,
      { priority, reason, by, at: at.toISOString() },
    ]),
  )
}

export async function rowMeasures(
  db: Db,
  problems: readonly number[],
  today: string,
): Promise<ReadonlyMap<string, readonly RowMeasure[]>> {
  if (problems.length === 0) return new Map()
  const rows = await db
    .selectFrom('change_measures as m')
    .innerJoin('change_measure_problems as l', 'l.measure_id', 'm.id')
    .select(['m.id', 'm.text', 'm.department', 'm.person_name', 'm.due', 'm.state', 'm.processes', 'l.problem_id'])
    .where('l.problem_id', 'in', problems)
    .where('m.state', '!=', 'cancelled')
    .orderBy('m.due')
    .orderBy('m.id')
    .execute()
  const found = rows.flatMap(({ processes, problem_id, department, person_name, ...row }) => {
    const { id, text, due, state } = row
    const responsible = responsibleOf(department, person_name)
    const measure = { id, text, responsible, due, state, overdue: isOverdue(row, today) }
    return processes.map((process) => ({ key: `${process}\n${problem_id}`, measure }))
  })
  return new Map(
    [...Map.groupBy(found, ({ key }) => key)].map(([key, own]) => [key, own.map(({ measure }) => measure)]),
  )
}

/** «Отдел приёма, Иванова А. П.» */
export const responsibleOf = (department: string | null, person: string | null): string =>
  [department, person].filter((one) => one !== null).join(', ')
