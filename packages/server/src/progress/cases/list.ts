import type { AnswerOf, QueryOf } from '@otklik/model/api'
import type { listAlarmCases as contract } from '@otklik/model/progress/api'
import { expectedByChance } from '../alarms/expected.ts'
import type { Scope } from '../scope.ts'
import { isOpen, readCases } from './read.ts'

/** Cases with how many growths of the last judged month chance alone would give. */
export async function listAlarmCases(
  deps: Scope,
  { state = 'open', service, authority }: QueryOf<typeof contract>,
): Promise<AnswerOf<typeof contract>> {
  const asked = { service, authority }
  const { judgedThrough, cases } = await readCases(deps, asked)
  return {
    judgedThrough,
    cases: state === 'all' ? cases : cases.filter(isOpen),
    expectedByChance: judgedThrough === null ? 0 : await expectedByChance(deps, asked, [judgedThrough]),
  }
}
