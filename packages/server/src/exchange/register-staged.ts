import { requireSupplier, supplierReach } from '../access/index.ts'
import { recordAudit } from '../platform/audit/index.ts'
import type { ClickHouse } from '../platform/clickhouse/client.ts'
import type { Tx } from '../platform/postgres/open.ts'
import { applyServices, noteOffices, type ServiceFileRow } from '../register/index.ts'

interface StagedService extends ServiceFileRow {
  readonly package: number
}

/**
 * Fills the register from the staged packages, in their order: services from their files, offices from requests. Services
 * that are another's stay as they are: a file must not bring the requests for them within its sender's reach.
 */
export async function registerStaged(tx: Tx, ch: ClickHouse): Promise<void> {
  const at = new Date()
  const services = await ch.query<StagedService>(
    `SELECT package, service_id, subservice_id, name, authority, region, kind, term_days, term_unit, fee, life_situations
     FROM stage_services ORDER BY package, file, row`,
  )
  for (const [id, rows] of Map.groupBy(services, (row) => row.package)) {
    const supplier = await supplierOf(tx, id)
    const reach = await supplierReach(tx, supplier)
    const { passedOver } = await applyServices(tx, rows, { package: id, at, reach })
    if (passedOver.length > 0) await tellPassedOver(tx, { id, supplier, passedOver, at })
  }
  const offices = await ch.query<{ region: string; name: string; package: number }>(
    `SELECT region, office AS name, min(package) AS package FROM stage_requests WHERE office != '' GROUP BY region, office`,
  )
  for (const [id, rows] of Map.groupBy(offices, (row) => row.package)) await noteOffices(tx, rows, { package: id, at })
}

async function supplierOf(tx: Tx, id: number): Promise<string> {
  const found = tx.selectFrom('exchange_packages').select('supplier').where('id', '=', id)
  return (await found.executeTakeFirstOrThrow()).supplier
}

/** The audit names so many of them at most. */
const named = 100

async function tellPassedOver(
  tx: Tx,
  { id, supplier, passedOver, at }: { id: number; supplier: string; passedOver: readonly string[]; at: Date },
): Promise<void> {
  const after = { count: passedOver.length, services: passedOver.slice(0, named) }
  const organisation = (await requireSupplier(tx, supplier)).organisation_id
  const what = 'register.services.passed_over'
  await recordAudit(tx, { who: 'system', organisation, what, subject: `package:${id}`, after, at })
}
