import { hasRight, reachOf } from '@otklik/model/access'
import { dayOf } from '@otklik/model/days'
import { PARTS } from '@otklik/model/certification/score'
import type { DeadlineSource } from '../../platform/module.ts'
import { procedures } from '../procedure/rows.ts'
import { ofClocks, sourceOf } from './clocks.ts'

/** Papers to be sent, and requests for information to be answered (пункты 21, 25). */
export const procedureDeadlines: DeadlineSource = async (asked) => {
  const { db, who, today, most } = asked
  if (!hasRight(who, 'certification.read')) return { entries: [], notes: [] }
  const reach = reachOf(who)
  const [fixed, requests] = await Promise.all([
    procedures(db, reach)
      .select(['p.id', 'p.fixed_at', 'e.name'])
      .where('p.state', '=', 'fixed')
      .orderBy('p.fixed_at')
      .limit(most)
      .execute(),
    procedures(db, reach)
      .innerJoin('certification_requests as q', 'q.procedure_id', 'p.id')
      .select(['q.id', 'q.due', 'q.part', 'q.addressee', 'p.id as procedure', 'e.name'])
      .where('p.state', '=', 'assessing')
      .where('q.answer', 'is', null)
      // Silence has settled those that are past.
      .where('q.due', '>=', today)
      .orderBy('q.due')
      .limit(most)
      .execute(),
  ])
  const sends = reach.everything && hasRight(who, 'certification.send')
  const papers = ofClocks(
    'papers_sent',
    fixed.map(({ id, fixed_at, name }) => ({
      period: String(id),
      from: dayOf(fixed_at ?? new Date(0)),
      about: name,
      who: 'Аналитический центр',
      mine: sends,
      address: `/certification/${id}`,
    })),
    asked,
  )
  const answers = requests.map(({ id, due, part, addressee, procedure, name }) => ({
    code: 'certification.request',
    period: String(id),
    due,
    what: `Представить информацию («${PARTS[part].title}»): ${name}`,
    who: addressee,
    source: sourceOf('21'),
    internal: false,
    doneOn: null,
    mine: !reach.everything && hasRight(who, 'certification.answer'),
    address: `/certification/${procedure}`,
  }))
  return { entries: [...papers.entries, ...answers], notes: papers.notes }
}
