import { ruleInForce } from '@otklik/model/appeals'
import type { AnswerOf } from '@otklik/model/api'
import type { readAppealChoices } from '@otklik/model/appeals/api'
import { dayOf } from '@otklik/model/days'
import type { Caller } from '../../platform/audit/index.ts'
import type { Db } from '../../platform/postgres/open.ts'
import { rulesOf } from '../terms/rules.ts'
import { authoritiesOf } from './authorities.ts'
import { executorsOf } from './executors.ts'

/** What is chosen from while an appeal is entered: rules are those by which an answer is due, as they hold today. */
export async function choicesOf(db: Db, { who, at }: Caller): Promise<AnswerOf<typeof readAppealChoices>> {
  const [authorities, executors, rules] = await Promise.all([authoritiesOf(db, who), executorsOf(db, who), rulesOf(db)])
  const day = dayOf(at)
  const codes = [...new Set(rules.filter(({ from }) => from === 'registered').map(({ code }) => code))]
  const held = codes.flatMap((code) => ruleInForce(rules, { code, day }) ?? [])
  return {
    authorities,
    executors,
    rules: held
      .filter(({ code }) => code !== '59.forward')
      .map(({ code, source, extension }) => ({ code, title: source, extension })),
  }
}
