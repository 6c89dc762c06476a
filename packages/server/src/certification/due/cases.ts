import { hasRight, reachOf } from '@otklik/model/access'
import { dayOf } from '@otklik/model/days'
import type { DeadlineSource } from '../../platform/module.ts'
import { procedures } from '../procedure/rows.ts'
import { ofClocks } from './clocks.ts'

/** Notices of termination that have not gone yet (пункт 34): five working days from the finding. */
export const caseDeadlines: DeadlineSource = async (asked) => {
  const { db, who, most } = asked
  if (!hasRight(who, 'certification.read')) return { entries: [], notes: [] }
  const reach = reachOf(who)
  const rows = await procedures(db, reach)
    .innerJoin('certification_documents as d', 'd.procedure_id', 'p.id')
    .innerJoin('certification_cases as c', 'c.document_id', 'd.id')
    .select(['c.id', 'c.found_at', 'e.name'])
    .where('c.state', 'in', ['opened', 'drafted', 'signed'])
    .orderBy('c.found_at')
    .limit(most)
    .execute()
  const running = rows.map(({ id, found_at, name }) => ({
    period: String(id),
    from: dayOf(found_at),
    about: name,
    who: 'Аналитический центр',
    mine: reach.everything && hasRight(who, 'certification.send'),
    address: `/certification/cases/${id}`,
  }))
  return ofClocks('notice_sent', running, asked)
}
