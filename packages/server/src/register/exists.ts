import type { Reach } from '@otklik/model/access'
import type { Db } from '../platform/postgres/open.ts'
import type { Kind } from './history.ts'
import { parseNumber, parseServiceId } from './keys.ts'
import { withAuthority as officesWithAuthority } from './places/offices.ts'
import { withAuthority as servicesWithAuthority } from './services/services.ts'
import { visibleAuthority, visibleNorm, visibleOffice, visibleRegion, visibleService } from './reach.ts'

/** Whether the caller's register has this record: one without changes has an empty history, one that isn't there has none. */
export async function recordExists(db: Db, record: { kind: Kind; id: string }, reach: Reach): Promise<boolean> {
  return (await find(db, record, reach)) !== undefined
}

function find(db: Db, { kind, id }: { kind: Kind; id: string }, reach: Reach): Promise<unknown> {
  switch (kind) {
    case 'services': {
      const { service = '', subservice = '' } = parseServiceId(id) ?? {}
      const found = servicesWithAuthority(db).select('s.name').where('s.service_id', '=', service)
      return found.where('s.subservice_id', '=', subservice).where(visibleService(reach)).executeTakeFirst()
    }
    case 'authorities': {
      const found = db.selectFrom('register_authorities as a').select('a.id').where(visibleAuthority(reach))
      return found.where('a.id', '=', parseNumber(id) ?? 0).executeTakeFirst()
    }
    case 'offices': {
      const found = officesWithAuthority(db).select('o.id').where(visibleOffice(reach))
      return found.where('o.id', '=', parseNumber(id) ?? 0).executeTakeFirst()
    }
    case 'regions': {
      const found = db.selectFrom('register_regions as r').select('r.code').where(visibleRegion(reach))
      return found.where('r.code', '=', id).executeTakeFirst()
    }
    case 'norms': {
      const [measure = '', service = ''] = id.split(/:(.*)/s)
      const found = db.selectFrom('register_norms as n').select('n.measure').where(visibleNorm(reach))
      return found.where('n.measure', '=', measure).where('n.service_id', '=', service).executeTakeFirst()
    }
  }
}
