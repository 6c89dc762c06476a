import { hasRight, reachOf } from '@otklik/model/access'
import { numbersOf } from '@otklik/model/certification/road-map'
import { dayOf } from '@otklik/model/days'
import { sql } from 'kysely'
import type { DeadlineSource } from '../../platform/module.ts'
import { procedures } from '../procedure/rows.ts'
import { roadMaps } from '../road-maps/rows.ts'
import { ofClocks, sourceOf } from './clocks.ts'

/** Road maps to be drafted within two months of sending, and their steps (пункт 26, приложение № 4). */
export const roadMapDeadlines: DeadlineSource = async (asked) => {
  const { db, who, until, most } = asked
  if (!hasRight(who, 'certification.read')) return { entries: [], notes: [] }
  const [missing, approved] = await Promise.all([
    procedures(db, reachOf(who))
      .leftJoin('certification_road_maps as m', 'm.procedure_id', 'p.id')
      .select(['p.id', 'p.sent_at', 'e.name', 'e.authority'])
      .where('p.state', '=', 'sent')
      .where(sql<boolean>`(p.score->>'conclusion')::boolean`)
      .where('p.road_map_day', 'is', null)
      .where('m.id', 'is', null)
      .orderBy('p.sent_at')
      .limit(most)
      .execute(),
    roadMaps(db, who).where('m.state', '=', 'approved').orderBy('m.id').limit(most).execute(),
  ])
  const mine = hasRight(who, 'road_maps.prepare')
  const drafts = ofClocks(
    'road_map_drafted',
    missing.map(({ id, sent_at, name, authority }) => ({
      period: String(id),
      from: dayOf(sent_at ?? new Date(0)),
      about: name,
      who: authority ?? 'Уполномоченный орган',
      mine,
      address: `/certification/${id}`,
    })),
    asked,
  )
  const steps = approved.flatMap(({ id, procedure_id, content, name }) => {
    const numbers = numbersOf(content.steps)
    return content.steps.flatMap(({ due, done, responsible, name: step }, at) =>
      due === null || done !== null || due > until
        ? []
        : [
            {
              code: 'certification.road_map_step',
              period: `${id}.${at + 1}`,
              due,
              what: `Выполнить мероприятие ${numbers[at]} дорожной карты: ${step} (${name})`,
              who: responsible,
              source: sourceOf('26, приложение № 4'),
              internal: false,
              doneOn: null,
              mine,
              address: `/certification/${procedure_id}`,
            },
          ],
    )
  })
  return { entries: [...drafts.entries, ...steps], notes: drafts.notes }
}
