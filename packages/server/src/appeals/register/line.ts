import type { AppealLine } from '@otklik/model/appeals/api'
import type { AppealRow } from '../course/lifecycle.ts'

const EXCERPT = 200
const OPEN: readonly AppealRow['state'][] = ['received', 'registered', 'in_work']

export const isOverdue = ({ state, due }: Pick<AppealRow, 'state' | 'due'>, today: string): boolean =>
  OPEN.includes(state) && due !== null && due < today

/** A line of the register. */
export function lineOf(row: Omit<AppealRow, 'folded'> & { readonly authority: string }, today: string): AppealLine {
  const { id, number, authority, service, kind, source, state, received, registered, rule, due } = row
  const { answered, closed, outcome, reopened, masked } = row
  return {
    id,
    number,
    authority,
    authorityId: row.authority_id,
    service,
    kind,
    source,
    state,
    received,
    registered,
    rule,
    due,
    actBy: row.act_by,
    overdue: isOverdue(row, today),
    executor: row.executor_name,
    answered,
    closed,
    outcome,
    reopened,
    excerpt: masked.length > EXCERPT ? `${masked.slice(0, EXCERPT).toWellFormed()}…` : masked,
  }
}
