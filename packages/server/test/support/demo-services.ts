import { authorityName } from '../../src/demo/places.ts'
import { SERVICES } from '../../src/demo/services/index.ts'
import type { Db } from '../../src/platform/postgres/open.ts'
import { applyServices } from '../../src/register/index.ts'

/** The services of the demonstration, as its packages would bring them. */
export async function applyDemoServices(db: Db): Promise<void> {
  const rows = SERVICES.map(({ id, name, authority, kind, termDays, termUnit }) => ({
    service_id: id,
    subservice_id: '',
    name,
    authority: authorityName(authority),
    region: '00',
    kind,
    term_days: termDays,
    term_unit: termUnit,
    fee: '',
    life_situations: '',
  }))
  await db.transaction().execute((tx) => applyServices(tx, rows, { package: 1, at: new Date() }))
}
