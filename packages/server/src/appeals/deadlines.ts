import { hasRight } from '@otklik/model/access'
import { ruleInForce } from '@otklik/model/appeals'
import type { GivenDeadline } from '@otklik/model/deadlines'
import type { DeadlineSource } from '../platform/module.ts'
import { visibleAppeal } from './reach.ts'
import { rulesOf } from './terms/rules.ts'

/** Appeals that wait for an answer, by their last day. */
export const deadlines: DeadlineSource = async ({ db, who, until, most }) => {
  if (!hasRight(who, 'appeals.read')) return { entries: [], notes: [] }
  const rules = await rulesOf(db)
  const rows = await db
    .selectFrom('appeals as p')
    .innerJoin('register_authorities as a', 'a.id', 'p.authority_id')
    .select(['p.id', 'p.number', 'p.due', 'p.rule', 'p.term_from', 'p.authority_id', 'p.executor', 'p.executor_name'])
    .select('a.name')
    .where('p.state', 'in', ['registered', 'in_work'])
    .where('p.due', '<=', until)
    .where(visibleAppeal(who))
    .orderBy('p.due')
    .limit(most)
    .execute()
  const entries = rows.map(
    ({ id, number, due, rule, term_from, authority_id, executor, executor_name, name }): GivenDeadline => ({
      code: 'appeals.answer',
      period: number ?? String(id),
      due: due ?? '',
      what: `Ответить на обращение № ${number ?? id}`,
      who: executor_name ?? name,
      source:
        ruleInForce(rules, { code: rule ?? '', authority: String(authority_id), day: term_from ?? '' })?.source ?? '',
      internal: false,
      doneOn: null,
      mine: who.kind === 'user' && executor === who.id,
      address: `/appeals/${id}`,
    }),
  )
  return { entries, notes: [] }
}
