import { type Grouping, groupingBy, type ResultPlan } from '@otklik/model/questionnaires/results'
import { UsageError } from '../../cli/usage.ts'

/** What people are grouped by; `where` the name stood is said if it names nothing of the kind. */
export function groupingFor(plan: ResultPlan, name: string, where: string): Grouping {
  const found = groupingBy(plan, name)
  if ('refused' in found) throw new UsageError(`${where}: ${found.refused}`)
  return found.grouping
}
