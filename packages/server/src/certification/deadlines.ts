import type { DeadlineSource } from '../platform/module.ts'
import { caseDeadlines } from './due/cases.ts'
import { certificateDeadlines } from './due/certificates.ts'
import { listDeadlines } from './due/lists.ts'
import { procedureDeadlines } from './due/procedures.ts'
import { roadMapDeadlines } from './due/road-maps.ts'

const SOURCES: readonly DeadlineSource[] = [
  listDeadlines,
  procedureDeadlines,
  caseDeadlines,
  roadMapDeadlines,
  certificateDeadlines,
]

/** Everything that certification has a day for. */
export const deadlines: DeadlineSource = async (asked) => {
  const given = await Promise.all(SOURCES.map((source) => source(asked)))
  return { entries: given.flatMap(({ entries }) => entries), notes: given.flatMap(({ notes }) => notes) }
}
