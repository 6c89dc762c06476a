import type { ProcessKind } from '@otklik/model/change'
import { sql } from 'kysely'
import type { Db } from '../../platform/postgres/open.ts'
import { authorityNumbers, serviceNames } from '../../register/index.ts'

/** Every service of the register is a process, as it is called there now. */
export async function takeServices(db: Db): Promise<void> {
  const [services, numbers] = await Promise.all([serviceNames(db), authorityNumbers(db)])
  const rows = [...services].flatMap(([id, { name, authority, region, kind }]) => {
    // Variants are steps of their service, not processes of their own.
    if (id.includes(':')) return []
    return [{ id, name, region, kind: kindOf(kind), authority_id: Number(numbers.get(authority ?? '')) || null }]
  })
  if (rows.length === 0) return
  await sql`
    INSERT INTO change_processes (id, name, kind, authority_id, region)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(id text, name text, kind text, authority_id integer, region text)
    ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, kind = EXCLUDED.kind,
      authority_id = EXCLUDED.authority_id, region = EXCLUDED.region
    WHERE (change_processes.name, change_processes.kind, change_processes.authority_id, change_processes.region)
      IS DISTINCT FROM (EXCLUDED.name, EXCLUDED.kind, EXCLUDED.authority_id, EXCLUDED.region)`.execute(db)
}

/** By the words of the register: «услуга», «мера поддержки», «контроль», «функция». */
function kindOf(kind: string | null): ProcessKind {
  if (/поддержк/i.test(kind ?? '')) return 'support'
  if (/контрол|надзор/i.test(kind ?? '')) return 'control'
  return /функц/i.test(kind ?? '') ? 'function' : 'service'
}
