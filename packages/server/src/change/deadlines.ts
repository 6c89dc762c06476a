import { hasRight } from '@otklik/model/access'
import { OPEN_MEASURES } from '@otklik/model/change/measures'
import type { GivenDeadline } from '@otklik/model/deadlines'
import type { DeadlineSource } from '../platform/module.ts'
import { measuresWithin } from './measures/reach.ts'
import { processIds } from './processes/reach.ts'

/** Measures that are not done yet, by the day promised. */
export const deadlines: DeadlineSource = async ({ db, who, until, most }) => {
  if (!hasRight(who, 'change.read')) return { entries: [], notes: [] }
  const rows = await measuresWithin(db, await processIds(db, who))
    .where('m.state', 'in', OPEN_MEASURES)
    .where('m.due', '<=', until)
    .orderBy('m.due')
    .limit(most)
    .execute()
  const entries = rows.map(
    ({ id, text, due, person_id, person_name, department }): GivenDeadline => ({
      code: 'measure',
      period: String(id),
      due,
      what: `Выполнить меру: ${text}`,
      who: person_name ?? department ?? 'Исполнитель меры',
      source: 'Порядок сбора обратной связи, приложение № 2',
      internal: true,
      doneOn: null,
      mine: who.kind === 'user' && person_id === who.id,
      address: `/measures/${id}`,
    }),
  )
  return { entries, notes: [] }
}
