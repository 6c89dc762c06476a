import { hasRight, reachOf } from '@otklik/model/access'
import type { DeadlineSource } from '../../platform/module.ts'
import { stands } from '../documents/register.ts'
import { procedures } from '../procedure/rows.ts'
import { sourceOf } from './clocks.ts'

/** Certificates in force that run out: by then a repetition has to be under way (пункт 30 а). */
export const certificateDeadlines: DeadlineSource = async ({ db, who, today, until, most }) => {
  if (!hasRight(who, 'certification.read')) return { entries: [], notes: [] }
  const rows = await procedures(db, reachOf(who))
    .innerJoin('certification_documents as d', 'd.procedure_id', 'p.id')
    .select(['d.id', 'd.number', 'd.valid_to', 'e.name', 'e.authority', 'p.id as procedure'])
    .where(stands('in_force', today))
    .where('d.valid_to', '<=', until)
    .orderBy('d.valid_to')
    .limit(most)
    .execute()
  const entries = rows.map(({ id, number, valid_to, name, authority, procedure }) => ({
    code: 'certification.certificate_ends',
    period: String(id),
    due: valid_to ?? '',
    what: `Провести повторную сертификацию до конца срока сертификата № ${number}: ${name}`,
    who: authority ?? 'Уполномоченный орган',
    source: sourceOf('30'),
    internal: false,
    doneOn: null,
    mine: hasRight(who, 'road_maps.coordinate'),
    address: `/certification/${procedure}`,
  }))
  return { entries, notes: [] }
}
