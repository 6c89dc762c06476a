import type { ListEntry } from '@otklik/model/certification/api'
import { categoryOf, isTypical } from '@otklik/model/certification'
import type { Selectable } from 'kysely'
import { numberOf } from '../objects/object-row.ts'
import type { CertificationTables } from '../tables.ts'

export type EntryRow = Selectable<CertificationTables['certification_entries']>

export function entryOf(row: EntryRow): ListEntry {
  const { id, name, kind, authority, region, service, address, facts, admission, version } = row
  return {
    id,
    object: row.object_id,
    name,
    kind,
    category: categoryOf(kind),
    typical: isTypical(kind),
    authority,
    region,
    service,
    address,
    level: numberOf(row.level),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    year: facts === null || admission === null ? null : { version, facts, admission: judged(admission) },
  }
}

/** The contract's arrays may be written to. */
const judged = ({ admitted, grounds, reasons }: NonNullable<EntryRow['admission']>) => ({
  admitted,
  grounds: [...grounds],
  reasons: [...reasons],
})
