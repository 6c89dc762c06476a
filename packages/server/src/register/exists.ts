import type { Db } from '../platform/postgres/open.ts'
import type { Kind } from './history.ts'
import { parseNumber, parseServiceId } from './keys.ts'

/** Whether the register has this record: one without changes has an empty history, one that isn't there has none. */
export async function recordExists(db: Db, kind: Kind, id: string): Promise<boolean> {
  return (await find(db, kind, id)) !== undefined
}

function find(db: Db, kind: Kind, id: string): Promise<unknown> {
  switch (kind) {
    case 'services': {
      const { service = '', subservice = '' } = parseServiceId(id) ?? {}
      const found = db.selectFrom('register_services').select('name').where('service_id', '=', service)
      return found.where('subservice_id', '=', subservice).executeTakeFirst()
    }
    case 'authorities':
      return db
        .selectFrom('register_authorities')
        .select('id')
        .where('id', '=', parseNumber(id) ?? 0)
        .executeTakeFirst()
    case 'offices':
      return db
        .selectFrom('register_offices')
        .select('id')
        .where('id', '=', parseNumber(id) ?? 0)
        .executeTakeFirst()
    case 'regions':
      return db.selectFrom('register_regions').select('code').where('code', '=', id).executeTakeFirst()
    case 'norms': {
      const [measure = '', service = ''] = id.split(/:(.*)/s)
      const found = db.selectFrom('register_norms').select('measure').where('measure', '=', measure)
      return found.where('service_id', '=', service).executeTakeFirst()
    }
  }
}
