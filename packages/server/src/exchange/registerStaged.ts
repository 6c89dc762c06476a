import type { ClickHouse } from '../platform/clickhouse/client.ts'
import type { Tx } from '../platform/postgres/open.ts'
import { applyServices, noteOffices, type ServiceFileRow } from '../register/index.ts'

interface StagedService extends ServiceFileRow {
  readonly package: number
}

/** Fills the register from the staged packages, in their order: services from their files, offices from requests. */
export async function registerStaged(tx: Tx, ch: ClickHouse): Promise<void> {
  const at = new Date()
  const services = await ch.query<StagedService>(
    `SELECT package, service_id, subservice_id, name, authority, region, kind, term_days, term_unit, fee, life_situations
     FROM stage_services ORDER BY package, file, row`,
  )
  for (const [id, rows] of Map.groupBy(services, (row) => row.package))
    await applyServices(tx, rows, { package: id, at })
  const offices = await ch.query<{ region: string; name: string; package: number }>(
    `SELECT region, office AS name, min(package) AS package FROM stage_requests WHERE office != '' GROUP BY region, office`,
  )
  for (const [id, rows] of Map.groupBy(offices, (row) => row.package)) await noteOffices(tx, rows, { package: id, at })
}
